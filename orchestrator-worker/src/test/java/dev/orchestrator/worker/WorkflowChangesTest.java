package dev.orchestrator.worker;

import static dev.orchestrator.form.Form.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ReceiveCallback;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Backoff;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.Steps;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What each change of a step list does to processes that live, over restarts of the worker. The workflow is A, B (a question), C, D
 * unless a test says otherwise; the table in docs/evolution.md has a line for each test.
 */
class WorkflowChangesTest {
    private static final EngineHarness ENGINE = new EngineHarness();

    record Answer(String verdict) {}

    record ReadByC(String verdict) {}

    record ReadByOtherC(String verdict, int amount) {}

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
    void stepInsertedBeforeADoneStepStopsTheProcessVisiblyUntilTheOldOrderIsBack() {
        UUID process = failedAtC();

        restart(steps -> d(c(b(a(x(steps))))));
        retry(process);

        assertStopped(process, "'x'", "[a, b]");
        restart(steps -> d(c(b(a(steps)))));
        assertCompleted(process, "a", "c", "d");
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
    void stepInsertedBeforeTheQuestionRunsAndTheQuestionIsAskedAgain() {
        UUID process = suspendedAtB();

        restart(steps -> d(c(b(x(a(steps))))));

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
        answer(process);
        assertCompleted(process, "a", "x", "c", "d");
    }

    @Test
    void stepInsertedBetweenTheQuestionAndTheNextRunsWhenItIsReached() {
        UUID process = suspendedAtB();

        restart(steps -> d(c(x(b(a(steps))))));

        answer(process);
        assertCompleted(process, "a", "x", "c", "d");
    }

    @Test
    void stepInsertedBeforeTheFailedOneRunsWithTheRetry() {
        UUID process = failedAtC();

        restart(steps -> d(c(x(b(a(steps))))));

        retry(process);
        assertCompleted(process, "a", "x", "c", "d");
    }

    @Test
    void removalOfADoneStepNeedsNothing() {
        UUID suspended = suspendedAtB();
        UUID failed = failedAtC();

        restart(steps -> d(c(b(steps))));

        answer(suspended);
        retry(failed);
        assertThat(ENGINE.status(suspended)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.status(failed)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void displayNamesChangeFreely() {
        UUID process = suspendedAtB();

        restart(steps -> d(c(question("b", "Asked otherwise", a(steps)))));

        answer(process);
        assertCompleted(process, "a", "c", "d");
    }

    @Test
    void swappedStepsRunInTheirNewOrder() {
        UUID suspended = suspendedAtB();
        UUID failed = failedAtC();

        restart(steps -> c(d(b(a(steps)))));

        answer(suspended);
        assertCompleted(suspended, "a", "a", "d", "c");
        ran.clear();
        retry(failed);
        assertCompleted(failed, "d", "c");
    }

    @Test
    void removedStepIsNotRun() {
        UUID suspended = suspendedAtB();
        UUID failed = failedAtC();

        restart(steps -> d(b(a(steps))));

        answer(suspended);
        retry(failed);
        assertThat(ran).containsExactly("a", "a", "d", "d");
        assertThat(ENGINE.status(failed)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void questionUnderAnotherIdIsAskedAgain() {
        UUID process = suspendedAtB();

        restart(steps -> d(c(question("b2", "B", a(steps)))));

        assertThat(ENGINE.steps(process)).endsWith("b2:suspend");
        answer(process);
        assertCompleted(process, "a", "c", "d");
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
    void stateThatTheNextStepCantReadStopsTheProcessUntilCodeThatCanIsThere() {
        UUID process = suspendedAtB();

        restart(steps -> d(reading(ReadByOtherC.class, b(a(steps)))));
        answer(process);

        assertStopped(process, "'c'", "ReadByOtherC", "amount: is missing");
        restart(steps -> d(reading(ReadByC.class, b(a(steps)))));
        assertCompleted(process, "a", "c", "d");
    }

    @Test
    void waitingStepIsTriedOnAfterAnInsertionInFrontOfIt() {
        isBroken = true;
        ENGINE.deploy(workflow(steps -> retrying(a(steps))));
        UUID process = started();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.WAITING);
        isBroken = false;

        restart(steps -> retrying(x(a(steps))));
        ENGINE.resume(process);
        ENGINE.runUntilIdle();

        assertCompleted(process, "a", "x", "c");
    }

    @Test
    void reportOfAnotherSystemIsKeptThoughItsStepWasMoved() {
        ENGINE.deploy(workflow(steps -> d(calling(a(steps)))));
        UUID process = started();

        restart(steps -> d(calling(x(a(steps)))));
        report(process);

        assertStopped(process, "'x'", "[call]");
        restart(steps -> d(calling(a(steps))));
        assertCompleted(process, "a", "d");
        assertThat(ENGINE.record(process).state().has("report")).isTrue();
    }

    @Test
    void groupsFollowTheSameRules() {
        ENGINE.deploy(workflow(steps -> d(grouped(steps, inner -> c(b(a(inner)))))));
        UUID process = started();

        restart(steps -> d(grouped(steps, inner -> c(b(a(x(inner)))))));

        assertStopped(process, "'g/x'", "[g/a]");
        restart(steps -> d(grouped(steps, inner -> c(x(b(a(inner)))))));
        answer(process);
        assertCompleted(process, "a", "x", "c", "d");
    }

    @Test
    void processOfAWorkflowThatIsGoneWaitsUntilItIsBack() {
        UUID process = failedAtC();
        ENGINE.deploy(new TestTask("another_" + name, steps -> x(steps).done()));
        ENGINE.resume(process);

        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.RESUMED);
        isBroken = false;
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

    private void report(UUID process) {
        ObjectNode report = Json.object().put("ok", true);
        String token = ENGINE.record(process).state().text(Callback.TOKEN);
        new ReceiveCallback(ENGINE.processes, ENGINE.hints, Clock.systemUTC()).receive(process, token, report);
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

    private Steps<SubscriptionModel> reading(Class<? extends Record> type, Steps<SubscriptionModel> steps) {
        return steps.stateStep("c", "Step c", state -> {
            ran.add(state.as(type) == null ? "nothing" : "c");
            return State.empty();
        });
    }

    private Steps<SubscriptionModel> retrying(Steps<SubscriptionModel> steps) {
        return steps.retryStep("c", "Step c", Backoff.PATIENT, state -> {
            if (isBroken) {
                throw new IllegalStateException("Not yet");
            }
            ran.add("c");
            return State.empty();
        });
    }

    private static Steps<SubscriptionModel> calling(Steps<SubscriptionModel> steps) {
        return steps.callback("call", "Call", Callback.into("report").within(Duration.ofHours(1)));
    }

    private static Steps<SubscriptionModel> grouped(
            Steps<SubscriptionModel> steps, UnaryOperator<Steps<SubscriptionModel>> content) {
        return steps.group("g", "Group", content);
    }
}
