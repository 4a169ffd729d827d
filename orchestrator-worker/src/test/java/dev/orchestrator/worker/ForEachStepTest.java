package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.form.Form;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.ChildFailure;
import dev.orchestrator.workflow.Children;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForEachStepTest {
    private static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger ITEMS = new AtomicInteger();
    private static final EngineHarness ENGINE = new EngineHarness();

    @AfterAll
    static void tearDown() {
        ENGINE.close();
    }

    @BeforeEach
    void forgetOtherTests() {
        ENGINE.database.execute("TRUNCATE processes CASCADE");
        BROKEN.clear();
        ITEMS.set(3);
        deploy(ChildFailure.WAIT);
    }

    @Test
    void waitsForItsChildrenWithoutAPlaceInTheQueue() {
        UUID parent = begun();

        assertThat(ENGINE.status(parent)).isEqualTo(ProcessStatus.WAITING);
        assertThat(ENGINE.steps(parent)).containsExactly("start:success", "each/children:success", "each:waiting");
        assertThat(ENGINE.database.query("SELECT count(*) FROM process_queue WHERE pid = '" + parent + "'"))
                .hasToString("[[0]]");
        assertThat(ENGINE.record(children(parent).getFirst()).state().text("parent_process_id"))
                .isEqualTo(parent.toString());
    }

    @Test
    void goesOnWithTheResultsOfAllInTheOrderOfTheItems() {
        UUID parent = begun();

        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(parent)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.record(parent).state().get("squares").orElseThrow().findValuesAsText("result"))
                .containsExactly("0", "1", "4");
    }

    @Test
    void needsNoChildToGoOn() {
        ITEMS.set(0);
        UUID parent = ENGINE.start("parent");

        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(parent)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.record(parent).state().get("squares").orElseThrow()).isEmpty();
    }

    @Test
    void isWokenThoughManyChildrenEndAtTheSameMoment() throws Exception {
        ITEMS.set(200);
        UUID parent = begun();
        Worker one = ENGINE.worker();
        Worker two = ENGINE.worker();
        one.start();
        two.start();

        while (ENGINE.status(parent) != ProcessStatus.COMPLETED) {
            Thread.onSpinWait();
        }

        one.stop();
        two.stop();
        assertThat(ENGINE.database.query(
                        "SELECT count(*) FROM processes WHERE last_status = 'completed' AND parent_pid IS NOT NULL"))
                .hasToString("[[200]]");
    }

    @Test
    void startsEachChildOnceThoughTheStepIsLookedAtAgain() {
        UUID parent = begun();

        ENGINE.resume(parent);
        ENGINE.runUntilIdle();

        assertThat(children(parent)).hasSize(3);
        assertThat(ENGINE.status(parent)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void startsNoChildWhenItsClaimWasLostMeanwhile() throws Exception {
        CountDownLatch inItems = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ENGINE.deploy(
                CHILD,
                new TestTask(
                        "parent",
                        steps -> steps.forEach(
                                        "each",
                                        "Each",
                                        Children.of(
                                                "child",
                                                state -> {
                                                    inItems.countDown();
                                                    awaitQuietly(goOn);
                                                    return List.of(1);
                                                },
                                                item -> State.of("number", item)))
                                .done()));
        UUID parent = ENGINE.start("parent");
        Worker worker = ENGINE.worker();
        worker.start();
        inItems.await();
        ENGINE.abort(parent);

        goOn.countDown();
        worker.stop();

        assertThat(children(parent)).isEmpty();
        assertThat(ENGINE.status(parent)).isEqualTo(ProcessStatus.ABORTED);
    }

    @Test
    void waitsForTheOperatorWhenAChildFails() {
        BROKEN.add("1");
        UUID parent = begun();
        ENGINE.runUntilIdle();
        assertThat(ENGINE.status(parent)).isEqualTo(ProcessStatus.WAITING);

        BROKEN.clear();
        ENGINE.resume(failed(parent));
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(parent)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void goesOnWithoutAChildThatAPersonAborted() {
        BROKEN.add("1");
        UUID parent = begun();
        ENGINE.runUntilIdle();

        ENGINE.abort(failed(parent));
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(parent)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.record(parent).state().get("squares").orElseThrow().findValuesAsText("status"))
                .containsExactly("completed", "aborted", "completed");
    }

    @Test
    void failsWithItsChildrenAndRetriesThoseThatFailed() {
        deploy(ChildFailure.FAIL);
        BROKEN.add("1");
        UUID parent = begun();
        ENGINE.runUntilIdle();
        assertThat(ENGINE.status(parent)).isEqualTo(ProcessStatus.FAILED);
        assertThat(ENGINE.record(parent).process().failedReason())
                .contains("1 of 3 children failed")
                .contains(failed(parent).toString());

        BROKEN.clear();
        ENGINE.resume(parent);
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(parent)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(children(parent)).hasSize(3);
    }

    @Test
    void ignoresFailuresWhenItIsToldTo() {
        deploy(ChildFailure.IGNORE);
        BROKEN.add("1");
        UUID parent = begun();

        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(parent)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.record(parent).state().get("squares").orElseThrow().findValuesAsText("status"))
                .containsExactly("completed", "failed", "completed");
    }

    @Test
    void takesItsChildrenAlongWhenItIsAborted() {
        UUID parent = begun();

        ENGINE.abort(parent);
        ENGINE.runUntilIdle();

        assertThat(children(parent))
                .allSatisfy(child -> assertThat(ENGINE.status(child)).isEqualTo(ProcessStatus.ABORTED));
        assertThat(ENGINE.database.query("SELECT count(*) FROM process_queue")).hasToString("[[0]]");
    }

    @Test
    void waitsForItsChildrenInABranchBesideAQuestion() {
        ENGINE.deploy(
                CHILD,
                new TestTask(
                        "parent",
                        steps -> steps.parallel(
                                        "both",
                                        "Both",
                                        branches -> branches.forEach("each", "Each", squares(ChildFailure.WAIT))
                                                .input("ask", "Ask", Assignee.NOC, state -> Form.none()))
                                .done()));
        UUID parent = ENGINE.start("parent");
        ENGINE.runUntilIdle();
        assertThat(ENGINE.status(parent)).isEqualTo(ProcessStatus.SUSPENDED);
        assertThat(ENGINE.steps(parent)).contains("both/each:success");

        ENGINE.resume(parent, Json.object());
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(parent)).isEqualTo(ProcessStatus.COMPLETED);
    }

    private static final TestTask CHILD = new TestTask(
            "child",
            steps -> steps.stateStep("square", "Square", state -> {
                        int number = state.get("number").orElseThrow().asInt();
                        if (BROKEN.contains(Integer.toString(number))) {
                            throw new IllegalStateException("The switch is off");
                        }
                        return State.of("square", number * number);
                    })
                    .done());

    private static void deploy(ChildFailure policy) {
        ENGINE.deploy(
                CHILD,
                new TestTask(
                        "parent",
                        steps -> steps.forEach("each", "Each", squares(policy))
                                .stateStep("after", "After", state -> State.empty())
                                .done()));
    }

    private static Children squares(ChildFailure policy) {
        return Children.of(
                        "child",
                        state -> IntStream.range(0, ITEMS.get()).boxed().toList(),
                        number -> State.of("number", number))
                .whenOneFails(policy)
                .into("squares", child -> child.text("square"));
    }

    /** A parent that has started its children, none of which has run yet. */
    private static UUID begun() {
        UUID parent = ENGINE.start("parent");
        try (Worker.Session session = ENGINE.worker().session()) {
            session.claimOnceAndWait();
        }
        return parent;
    }

    private static List<UUID> children(UUID parent) {
        return ids("SELECT pid FROM processes WHERE parent_pid = '" + parent + "' ORDER BY parent_item");
    }

    private static UUID failed(UUID parent) {
        return ids("SELECT pid FROM processes WHERE parent_pid = '" + parent + "' AND last_status = 'failed'")
                .getFirst();
    }

    private static List<UUID> ids(String query) {
        return ENGINE.database.query(query).stream()
                .map(row -> UUID.fromString(row.getFirst().toString()))
                .toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
