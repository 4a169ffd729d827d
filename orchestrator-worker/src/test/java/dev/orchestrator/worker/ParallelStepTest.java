package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.form.Form;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessTimeline;
import dev.orchestrator.process.ReceiveCallback;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Backoff;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.Steps;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParallelStepTest {
    record Decision(String verdict) {}

    private static final EngineHarness ENGINE = new EngineHarness();

    private final ReceiveCallback callbacks = ENGINE.callbacks();

    @AfterAll
    static void tearDown() {
        ENGINE.close();
    }

    @BeforeEach
    void forgetOtherTests() {
        ENGINE.database.execute("TRUNCATE processes CASCADE");
    }

    @Test
    void runsBranchesAtTheSameTimeAndJoinsWhatTheyAdd() {
        CyclicBarrier both = new CyclicBarrier(2);
        deploy(branches -> branches.stateStep("left", "Left", state -> {
                    both.await(10, TimeUnit.SECONDS);
                    return State.of("left", 1);
                })
                .stateStep("right", "Right", state -> {
                    both.await(10, TimeUnit.SECONDS);
                    return State.of("right", 2);
                }));
        UUID process = ENGINE.start("task");

        ENGINE.runUntilIdle();

        assertThat(ENGINE.steps(process)).contains("both/left:success", "both/right:success");
        assertThat(ENGINE.steps(process)).endsWith("both:success", "after:success", "done:complete");
        assertThat(ENGINE.record(process).state().text("sum")).isEqualTo("3");
    }

    @Test
    void showsTheBranchesAsOneStep() {
        deploy(branches -> branches.group(
                        "left",
                        "Left",
                        one -> one.stateStep("a", "A", state -> State.of("left", 1))
                                .stateStep("b", "B", state -> State.empty()))
                .stateStep("right", "Right", state -> State.of("right", 2)));
        UUID process = ENGINE.start("task");

        ENGINE.runUntilIdle();

        assertThat(ProcessTimeline.of(ENGINE.record(process), Optional.empty()))
                .extracting(ProcessTimeline.Line::status)
                .containsExactly(StepStatus.SUCCESS, StepStatus.SUCCESS, StepStatus.SUCCESS, StepStatus.COMPLETE);
    }

    @Test
    void letsABranchSeeNothingOfTheOthers() {
        CountDownLatch leftIsDone = new CountDownLatch(1);
        deploy(branches -> branches.group(
                        "left",
                        "Left",
                        one -> one.stateStep("a", "A", state -> State.of("left", 1))
                                .stateStep("b", "B", state -> {
                                    leftIsDone.countDown();
                                    return State.empty();
                                }))
                .group(
                        "right",
                        "Right",
                        two -> two.stateStep("a", "A", state -> {
                                    leftIsDone.await();
                                    return State.empty();
                                })
                                .stateStep("b", "B", state -> State.of("right", state.has("left") ? 9 : 2))));
        UUID process = ENGINE.start("task");

        ENGINE.runUntilIdle();

        assertThat(ENGINE.record(process).state().text("sum")).isEqualTo("3");
    }

    @Test
    void failsTheBranchThatSetsTheKeyOfAnother() {
        AtomicReference<UUID> started = new AtomicReference<>();
        deploy(branches -> branches.stateStep("left", "Left", state -> State.of("left", 1))
                .stateStep("right", "Right", state -> {
                    while (!ENGINE.steps(started.get()).contains("both/left:success")) {
                        Thread.sleep(5);
                    }
                    return State.of("left", 2);
                }));
        UUID process = ENGINE.start("task");
        started.set(process);
        ENGINE.runUntilIdle();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.FAILED);
        assertThat(ENGINE.record(process).process().failedReason())
                .contains("'left'")
                .contains("'right'")
                .contains("'both'");

        deploy(branches -> branches.stateStep("left", "Left", state -> State.of("left", 1))
                .stateStep("right", "Right", state -> State.of("right", 2)));
        ENGINE.resume(process);
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void finishesTheOtherBranchesStepWhenOneFailsAndRetriesOnlyWhatIsNotDone() {
        CountDownLatch leftHasFailed = new CountDownLatch(1);
        AtomicBoolean broken = new AtomicBoolean(true);
        AtomicInteger rights = new AtomicInteger();
        deploy(branches -> branches.stateStep("left", "Left", state -> {
                    if (broken.get()) {
                        leftHasFailed.countDown();
                        throw new IllegalStateException("The switch is off");
                    }
                    return State.of("left", 1);
                })
                .stateStep("right", "Right", state -> {
                    leftHasFailed.await();
                    rights.incrementAndGet();
                    return State.of("right", 2);
                }));
        UUID process = ENGINE.start("task");
        ENGINE.runUntilIdle();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.FAILED);
        assertThat(ENGINE.record(process).process().failedReason()).isEqualTo("The switch is off");
        assertThat(ENGINE.steps(process)).contains("both/right:success").endsWith("both:failed");

        broken.set(false);
        ENGINE.resume(process);
        ENGINE.runUntilIdle();

        assertThat(ENGINE.record(process).state().text("sum")).isEqualTo("3");
        assertThat(rights).hasValue(1);
    }

    @Test
    void resumesEachBranchWhereItWasAfterItsWorkerDied() throws Exception {
        AtomicInteger firsts = new AtomicInteger();
        CountDownLatch inSecond = new CountDownLatch(2);
        AtomicBoolean hangs = new AtomicBoolean(true);
        UnaryOperator<Steps<SubscriptionModel>> branch = steps -> steps.stateStep("first", "First", state -> {
                    firsts.incrementAndGet();
                    return State.empty();
                })
                .stateStep("second", "Second", state -> {
                    inSecond.countDown();
                    if (hangs.get()) {
                        new CountDownLatch(1).await();
                    }
                    return State.empty();
                });
        deploy(branches -> branches.group("left", "Left", branch).group("right", "Right", branch));
        UUID process = ENGINE.start("task");
        ENGINE.worker().session().claimOnce();
        inSecond.await();

        hangs.set(false);
        ENGINE.database.execute("UPDATE process_queue SET leased_until = now() - interval '1 second'");
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(firsts).hasValue(2);
    }

    @Test
    void waitsForAnAnswerWhileARetryOfAnotherBranchGoesOn() {
        AtomicBoolean ready = new AtomicBoolean();
        deploy(branches -> branches.input("left", "Ask", Assignee.NOC, state -> Form.page("Decide", Decision.class))
                .retryStep("right", "Right", Backoff.PATIENT, state -> {
                    if (!ready.get()) {
                        throw new IllegalStateException("Not ready");
                    }
                    return State.of("right", 2);
                }));
        UUID process = ENGINE.start("task");
        ENGINE.runUntilIdle();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
        assertThat(ENGINE.record(process).process().assignee()).isEqualTo(Assignee.NOC);
        assertThat(ENGINE.database.query("SELECT count(*) FROM process_queue WHERE due_at > now()"))
                .hasToString("[[1]]");

        ready.set(true);
        ENGINE.resume(process, Json.object().put("verdict", "yes"));
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.record(process).state().text("verdict")).isEqualTo("yes");
    }

    @Test
    void asksOneAfterTheOtherWhenTwoBranchesAsk() {
        deploy(branches -> branches.group(
                        "left",
                        "Left",
                        one -> one.input("ask", "Ask", Assignee.NOC, state -> Form.page("Decide", Decision.class)))
                .input("right", "Ask", Assignee.CHANGES, state -> Form.none()));
        UUID process = ENGINE.start("task");
        ENGINE.runUntilIdle();

        ENGINE.resume(process, Json.object().put("verdict", "yes"));
        ENGINE.runUntilIdle();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.SUSPENDED);
        assertThat(ENGINE.record(process).process().assignee()).isEqualTo(Assignee.CHANGES);
        ENGINE.resume(process, Json.object());
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void hearsEachBranchesCallbackByItsToken() {
        deploy(branches -> branches.callback("left", "Left", Callback.into("left_report"))
                .callback("right", "Right", Callback.into("right_report").within(Duration.ofHours(1))));
        UUID process = ENGINE.start("task");
        ENGINE.runUntilIdle();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);

        callbacks.receive(process, token(process, "both/right/endpoint"), Json.toTree("r"));
        ENGINE.runUntilIdle();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.AWAITING_CALLBACK);
        callbacks.receive(process, token(process, "both/left/endpoint"), Json.toTree("l"));
        ENGINE.runUntilIdle();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.record(process).state().text("left_report")).isEqualTo("l");
        assertThat(ENGINE.record(process).state().text("right_report")).isEqualTo("r");
    }

    @Test
    void hearsACallbackWhileAnotherBranchRuns() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch validated = new CountDownLatch(1);
        deploy(branches -> branches.callback(
                        "left", "Left", Callback.into("report").validate("Check", state -> {
                            validated.countDown();
                            return State.empty();
                        }))
                .stateStep("right", "Right", state -> {
                    goOn.await();
                    return State.empty();
                }));
        UUID process = ENGINE.start("task");
        Worker worker = ENGINE.worker();
        worker.start();
        while (!ENGINE.steps(process).contains("both/left/await:awaiting_callback")) {
            Thread.onSpinWait();
        }

        callbacks.receive(process, token(process, "both/left/endpoint"), Json.toTree("l"));

        assertThat(validated.await(10, TimeUnit.SECONDS)).isTrue();
        goOn.countDown();
        worker.stop();
        ENGINE.runUntilIdle();
        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void timesOutInABranchWhileAnotherRuns() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        deploy(branches -> branches.callback(
                        "left", "Left", Callback.into("report").within(Duration.ofMillis(50)))
                .stateStep("right", "Right", state -> {
                    goOn.await();
                    return State.empty();
                }));
        UUID process = ENGINE.start("task");
        Worker worker = ENGINE.worker();
        worker.start();
        while (!ENGINE.steps(process).contains("both/left/await:failed")) {
            Thread.onSpinWait();
        }

        goOn.countDown();
        worker.stop();

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.FAILED);
    }

    @Test
    void recordsNothingMoreOfAnAbortedProcessesBranches() throws Exception {
        CountDownLatch inBoth = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        UnaryOperator<Steps<SubscriptionModel>> branch = steps -> steps.stateStep("a", "A", state -> {
            inBoth.countDown();
            goOn.await();
            return State.empty();
        });
        deploy(branches -> branches.group("left", "Left", branch).group("right", "Right", branch));
        UUID process = ENGINE.start("task");
        Worker worker = ENGINE.worker();
        worker.start();
        inBoth.await();

        ENGINE.abort(process);
        goOn.countDown();
        worker.stop();

        assertThat(ENGINE.steps(process)).containsExactly("start:success", "aborted:abort");
    }

    @Test
    void handsBackBetweenTheStepsOfBranchesWhenTheEngineIsLocked() {
        deploy(branches -> branches.group(
                        "left",
                        "Left",
                        one -> one.stateStep("a", "A", state -> {
                                    ENGINE.processes.setLock(true);
                                    return State.of("left", 1);
                                })
                                .stateStep("b", "B", state -> State.empty()))
                .sleep("right", "Right", Duration.ofMillis(1)));
        UUID process = ENGINE.start("task");

        ENGINE.runUntilIdle();
        assertThat(ENGINE.steps(process)).contains("both/left/a:success").doesNotContain("both/left/b:success");
        ENGINE.processes.setLock(false);
        while (ENGINE.status(process) != ProcessStatus.COMPLETED) {
            ENGINE.runUntilIdle();
        }

        assertThat(ENGINE.steps(process)).contains("both/left/b:success", "both/right:success");
    }

    @Test
    void joinsBranchesWithinBranches() {
        deploy(branches -> branches.stateStep("left", "Left", state -> State.of("left", 1))
                .group(
                        "right",
                        "Right",
                        one -> one.parallel(
                                        "inner",
                                        "Inner",
                                        two -> two.stateStep("x", "X", state -> State.of("x", 1))
                                                .stateStep("y", "Y", state -> State.of("y", 1)))
                                .stateStep(
                                        "sum",
                                        "Sum",
                                        state -> State.of("right", state.has("x") && state.has("y") ? 2 : 9))));
        UUID process = ENGINE.start("task");

        ENGINE.runUntilIdle();

        assertThat(ENGINE.record(process).state().text("sum")).isEqualTo("3");
    }

    @Test
    void refusesAPatchInPlaceOfABranch() {
        assertThatThrownBy(() -> deploy(branches -> branches.patched("p", steps -> steps, steps -> steps)))
                .hasMessageContaining("put the patch into a branch");
    }

    private static void deploy(UnaryOperator<Steps<SubscriptionModel>> branches) {
        ENGINE.deploy(new TestTask(
                "task",
                steps -> steps.parallel("both", "Both", branches)
                        .stateStep(
                                "after",
                                "After",
                                state -> State.of("sum", number(state, "left") + number(state, "right")))
                        .done()));
    }

    private static int number(State state, String key) {
        return state.get(key).map(value -> value.asInt()).orElse(0);
    }

    private static String token(UUID process, String endpoint) {
        return ENGINE.record(process).newest(endpoint).orElseThrow().changes().text(Callback.TOKEN);
    }
}
