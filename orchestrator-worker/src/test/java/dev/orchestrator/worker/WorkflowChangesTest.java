package dev.orchestrator.worker;

import static dev.orchestrator.form.Form.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What changes of a step list do to processes that live, beside what {@link ChangesOverRestartsTest} sees of those that stand at a
 * step: to what lies between two steps, to patches, and to a process' place in the queue. The workflow is A, B (a question), C, D.
 */
class WorkflowChangesTest {
    private static final EngineHarness ENGINE = new EngineHarness();

    record Answer(String verdict) {}

    private final List<String> ran = new ArrayList<>();
    private final String name = "changed_" + UUID.randomUUID().toString().replace('-', '_');
    private boolean isBroken;

    @BeforeEach
    void initialCode() {
        ENGINE.deploy(workflow(steps -> d(c(b(a(steps))))));
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Test
    void whatGoesOnByItselfKeepsItsPriorityAndKey() {
        UUID process = failedAtC();
        restart(steps -> d(c(b(a(x(steps))))));
        retry(process);
        ENGINE.database.execute(
                "UPDATE processes SET priority = 1, concurrency_key = 'north' WHERE pid = '" + process + "'");
        ENGINE.database.execute("UPDATE engine_settings SET global_lock = true");

        restart(steps -> d(c(b(a(steps)))));

        ENGINE.database.execute("UPDATE engine_settings SET global_lock = false");
        assertThat(ENGINE.database.query(
                        "SELECT priority, concurrency_key FROM process_queue WHERE pid = '" + process + "'"))
                .containsExactly(List.of("1", "north"));
    }

    @Test
    void answeredQuestionUnderAnotherIdStopsTheProcessInsteadOfAskingTwice() {
        UUID process = failedAtC();

        restart(steps -> d(c(question("b2", "B", a(steps)))));
        retry(process);

        assertStopped(process, "'b'", "'b2'");
        restart(steps -> d(c(b(a(steps)))));
        assertCompleted(process, "a", "c", "d");
    }

    @Test
    void removalOfTheStepDoneLastStopsTheProcessThatHasNotReachedTheNextOne() {
        UUID process = suspendedAtB();
        ENGINE.resume(process, Json.object().put("verdict", "yes"));

        restart(steps -> d(c(a(steps))));

        assertStopped(process, "'b'", "'c'");
        restart(steps -> d(c(b(a(steps)))));
        assertCompleted(process, "a", "c", "d");
    }

    @Test
    void patchIsMarkedOnceAndKeptOverRestarts() {
        UUID before = suspendedAtB();
        UUID after = patched();

        restart(steps -> d(question("b", "B", steps.patched("p", this::x, this::a))));
        answer(before);
        answer(after);

        assertThat(ENGINE.steps(before)).doesNotContain("patch:p:success");
        assertThat(ENGINE.steps(after)).containsOnlyOnce("patch:p:success").contains("x:success");
        assertThat(ENGINE.status(before)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.status(after)).isEqualTo(ProcessStatus.COMPLETED);
    }

    private UUID patched() {
        ENGINE.deploy(workflow(steps -> d(b(steps.patched("p", this::x, this::a)))));
        return started();
    }

    private TestTask workflow(UnaryOperator<Steps<SubscriptionModel>> steps) {
        return new TestTask(name, begun -> steps.apply(begun).done());
    }

    private void restart(UnaryOperator<Steps<SubscriptionModel>> steps) {
        ENGINE.restartWith(workflow(steps));
    }

    private UUID started() {
        UUID process = ENGINE.start(name);
        ENGINE.runUntilIdle();
        return process;
    }

    private UUID suspendedAtB() {
        UUID process = started();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
        return process;
    }

    private UUID failedAtC() {
        isBroken = true;
        UUID process = suspendedAtB();
        answer(process);
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.FAILED);
        isBroken = false;
        return process;
    }

    private void answer(UUID process) {
        ENGINE.resume(process, Json.object().put("verdict", "yes"));
        ENGINE.runUntilIdle();
    }

    private void retry(UUID process) {
        ENGINE.resume(process);
        ENGINE.runUntilIdle();
    }

    private void assertStopped(UUID process, String... says) {
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.INCONSISTENT_DATA);
        assertThat(ENGINE.record(process).process().failedReason())
                .contains(says)
                .contains("goes on by itself");
    }

    private void assertCompleted(UUID process, String... steps) {
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ran).containsExactly(steps);
    }

    private Steps<SubscriptionModel> a(Steps<SubscriptionModel> steps) {
        return running("a", steps);
    }

    private Steps<SubscriptionModel> b(Steps<SubscriptionModel> steps) {
        return question("b", "B", steps);
    }

    private Steps<SubscriptionModel> c(Steps<SubscriptionModel> steps) {
        return running("c", steps);
    }

    private Steps<SubscriptionModel> d(Steps<SubscriptionModel> steps) {
        return running("d", steps);
    }

    private Steps<SubscriptionModel> x(Steps<SubscriptionModel> steps) {
        return running("x", steps);
    }

    private Steps<SubscriptionModel> running(String id, Steps<SubscriptionModel> steps) {
        return steps.stateStep(id, "Step " + id, state -> {
            if (isBroken && id.equals("c")) {
                throw new IllegalStateException("C is broken");
            }
            ran.add(id);
            return State.empty();
        });
    }

    private static Steps<SubscriptionModel> question(String id, String label, Steps<SubscriptionModel> steps) {
        return steps.input(
                id, label, Assignee.SYSTEM, state -> page(label, Answer.class).submit());
    }
}
