package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.form.Form;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.operator.GoBackToStep;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.ChildFailure;
import dev.orchestrator.workflow.Children;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.Steps;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Going back over steps that are more than one: parallel branches, and those that start processes of their own. */
class GoingBackTest {
    private static final int ITEMS = 3;
    private static final EngineHarness ENGINE = new EngineHarness();
    private static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();
    private static final List<String> RAN = new CopyOnWriteArrayList<>();

    @AfterAll
    static void tearDown() {
        ENGINE.close();
    }

    @BeforeEach
    void forgetOtherTests() {
        ENGINE.database.execute("TRUNCATE processes CASCADE");
        BROKEN.clear();
        RAN.clear();
    }

    @Test
    void runsAllBranchesOfAParallelStepAgain() {
        BROKEN.add("after");
        UUID process = standing(steps -> run("after", both(steps)));

        BROKEN.clear();
        goBack(process, "both");

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(RAN).containsExactlyInAnyOrder("left", "right", "left", "right", "after");
        assertThat(ENGINE.steps(process)).containsOnlyOnce("both/left:success", "both/right:success", "both:success");
        assertThat(ENGINE.record(process).state().text("left")).isEqualTo("ran");
    }

    @Test
    void runsAlsoTheBranchesAgainThatWereDoneBesideTheFailedOne() {
        BROKEN.add("left");
        UUID process = standing(GoingBackTest::both);
        assertThat(ENGINE.steps(process)).contains("both/left:failed", "both/right:success");

        BROKEN.clear();
        goBack(process, "both");

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(RAN).containsExactlyInAnyOrder("right", "left", "right");
    }

    @Test
    void goesBackToAPlaceBeforeBranchesThatStillWait() {
        UUID process = standing(steps -> run("before", steps)
                .parallel(
                        "both",
                        "Both",
                        branches -> run("right", branches).callback("left", "Left", Callback.into("report"))));
        String former = token(process);
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);

        goBack(process, "before");

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);
        assertThat(RAN).containsExactlyInAnyOrder("before", "right", "before", "right");
        assertThatThrownBy(() -> report(process, former))
                .isInstanceOf(OrchestratorException.class)
                .hasMessageContaining("Invalid token");
        report(process, token(process));
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void goesBackToAParallelStepAsAWholeOnly() {
        BROKEN.add("left");
        UUID process = standing(GoingBackTest::both);

        assertThatThrownBy(() -> goBack(process, "both/left"))
                .isInstanceOf(OrchestratorException.class)
                .hasMessageContaining("it can go back to one of [both]");
    }

    @Test
    void startsOtherChildrenOnceItHasGoneBackOverThoseThatHaveEnded() {
        BROKEN.add("after");
        UUID process = standing(steps -> run("after", each(steps)));
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.FAILED);

        BROKEN.clear();
        goBack(process, "each");

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(children(process)).containsOnly("completed").hasSize(2 * ITEMS);
        assertThat(ENGINE.record(process).state().get("results").orElseThrow()).hasSize(ITEMS);
    }

    @Test
    void endsTheChildrenThatAreStillAtWorkWhenItGoesBack() {
        UUID process = standing(steps -> each(run("before", steps)), true);
        assertThat(children(process)).containsOnly("suspended").hasSize(ITEMS);

        goBack(process, "before");

        assertThat(children(process))
                .containsExactly("aborted", "aborted", "aborted", "suspended", "suspended", "suspended");
        assertThat(
                        ENGINE.database.query(
                                "SELECT DISTINCT action, actor, detail ->> 'cause' FROM process_actions WHERE action = 'abort'"))
                .containsExactly(List.of("abort", "tester", "the process that started it has gone back"));
        answerChildren();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.record(process).state().get("results").orElseThrow().findValuesAsText("status"))
                .containsExactly("completed", "completed", "completed");
    }

    @Test
    void endsTheChildrenThatFailedWhenItGoesBack() {
        BROKEN.add("child");
        UUID process = standing(steps -> each(steps));
        assertThat(children(process)).containsOnly("failed");

        BROKEN.clear();
        goBack(process, "each");

        assertThat(children(process))
                .containsExactly("aborted", "aborted", "aborted", "completed", "completed", "completed");
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void endsTheGrandchildrenToo() {
        ENGINE.deploy(
                child(true),
                new TestTask("middle", steps -> each(steps).done()),
                new TestTask(
                        "top",
                        steps -> run("before", steps)
                                .forEach(
                                        "all", "All", Children.of("middle", state -> List.of(1), item -> State.empty()))
                                .done()));
        UUID process = ENGINE.start("top");
        ENGINE.runUntilIdle();

        ENGINE.act(process, new GoBackToStep("before"));

        assertThat(ENGINE.database.query(
                        "SELECT last_status, count(*) FROM processes GROUP BY last_status ORDER BY last_status"))
                .containsExactly(List.of("aborted", "4"), List.of("resumed", "1"));
    }

    @Test
    void leavesChildrenAloneOfStepsInFront() {
        BROKEN.add("child");
        UUID process = standing(steps ->
                run("ask", each(steps, ChildFailure.IGNORE)).input("end", "End", Assignee.NOC, state -> Form.none()));
        assertThat(children(process)).containsOnly("failed");

        goBack(process, "ask");

        assertThat(children(process)).containsExactly("failed", "failed", "failed");
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
    }

    @Test
    void goesBackOverAForEachStepInABranch() {
        UUID process = standing(steps -> steps.parallel("both", "Both", branches -> run("left", each(branches))), true);

        goBack(process, "both");

        assertThat(children(process))
                .containsExactly("aborted", "aborted", "aborted", "suspended", "suspended", "suspended");
        answerChildren();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(RAN.stream().filter("left"::equals)).hasSize(2);
    }

    private static Steps<SubscriptionModel> both(Steps<SubscriptionModel> steps) {
        return steps.parallel("both", "Both", branches -> run("right", run("left", branches)));
    }

    private static Steps<SubscriptionModel> each(Steps<SubscriptionModel> steps) {
        return each(steps, ChildFailure.WAIT);
    }

    private static Steps<SubscriptionModel> each(Steps<SubscriptionModel> steps, ChildFailure policy) {
        return steps.forEach(
                "each",
                "Each",
                Children.of(
                                "child",
                                state -> IntStream.range(0, ITEMS).boxed().toList(),
                                number -> State.of("number", number))
                        .whenOneFails(policy)
                        .into("results", child -> child.text("number")));
    }

    private static TestTask child(boolean asks) {
        return new TestTask(
                "child",
                steps -> asks
                        ? steps.input("approve", "Approve", Assignee.NOC, state -> Form.none())
                                .done()
                        : run("child", steps).done());
    }

    private static Steps<SubscriptionModel> run(String id, Steps<SubscriptionModel> steps) {
        return steps.stateStep(id, "Step " + id, state -> {
            if (BROKEN.contains(id)) {
                throw StepFailure.failed("The switch is off");
            }
            RAN.add(id);
            return State.of(id, "ran");
        });
    }

    private static UUID standing(UnaryOperator<Steps<SubscriptionModel>> steps) {
        return standing(steps, false);
    }

    private static UUID standing(UnaryOperator<Steps<SubscriptionModel>> steps, boolean childrenAsk) {
        ENGINE.deploy(
                child(childrenAsk),
                new TestTask("task", begun -> steps.apply(begun).done()));
        UUID process = ENGINE.start("task");
        ENGINE.runUntilIdle();
        return process;
    }

    private static void goBack(UUID process, String step) {
        ENGINE.act(process, new GoBackToStep(step));
        ENGINE.runUntilIdle();
    }

    private static void answerChildren() {
        ENGINE
                .database
                .query("SELECT pid FROM processes WHERE parent_pid IS NOT NULL AND last_status = 'suspended'")
                .stream()
                .map(row -> UUID.fromString(row.getFirst()))
                .forEach(child -> ENGINE.resume(child, Json.object()));
        ENGINE.runUntilIdle();
    }

    private static void report(UUID process, String token) {
        ENGINE.callbacks().receive(process, token, Json.object().put("ok", true));
        ENGINE.runUntilIdle();
    }

    private static String token(UUID process) {
        return ENGINE.record(process)
                .newest("both/left/endpoint")
                .orElseThrow()
                .changes()
                .text(Callback.TOKEN);
    }

    /** The statuses of the children, in the order in which they were started. */
    private static List<String> children(UUID parent) {
        return ENGINE
                .database
                .query("SELECT last_status FROM processes WHERE parent_pid = '%s' ORDER BY started_at, parent_item"
                        .formatted(parent))
                .stream()
                .map(List::getFirst)
                .toList();
    }
}
