package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Backoff;
import dev.orchestrator.workflow.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Timers, the limits of retries, and the time limit of a step. */
class TimedStepsTest {
    private static final Backoff FOR_A_MOMENT =
            new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), Integer.MAX_VALUE).within(Duration.ofMillis(250));

    private static final CountDownLatch INTERRUPTED = new CountDownLatch(1);
    private static final CountDownLatch LATE = new CountDownLatch(1);
    private static final CountDownLatch LATE_IS_OVER = new CountDownLatch(1);
    private static final AtomicReference<EngineHarness> LIVE = new AtomicReference<>();

    private static final EngineHarness ENGINE = new EngineHarness(
            new TestTask(
                    "sleep",
                    steps -> steps.sleep("rest", "Rest", Duration.ofDays(365))
                            .stateStep("after", "After", state -> State.of("awake", true))
                            .done()),
            new TestTask(
                    "sleep-until",
                    steps -> steps.sleepUntil("rest", "Rest", state -> Instant.parse(state.text("due")))
                            .done()),
            new TestTask(
                    "sleep-too-long",
                    steps -> steps.sleepUntil("rest", "Rest", state -> Instant.MAX)
                            .done()),
            new TestTask(
                    "short-sleep",
                    steps -> steps.sleep("rest", "Rest", Duration.ofMillis(20)).done()),
            new TestTask(
                    "patient",
                    steps -> steps.retryStep("a", "A", Backoff.PATIENT, TimedStepsTest::fail)
                            .done()),
            new TestTask(
                    "bounded",
                    steps -> steps.retryStep("a", "A", FOR_A_MOMENT, TimedStepsTest::fail)
                            .done()),
            new TestTask(
                    "slow",
                    steps -> steps.stateStep("a", "A", TimedStepsTest::waitForInterruption)
                            .within(Duration.ofMillis(50))
                            .done()),
            new TestTask(
                    "deaf",
                    steps -> steps.resultStep("a", "A", context -> {
                                context.withCheckpoint(
                                        client -> LIVE.get().database.execute("DROP TABLE process_steps"));
                                awaitUninterruptibly(LATE);
                                LATE_IS_OVER.countDown();
                                return StepResult.success(State.of("late", true));
                            })
                            .within(Duration.ofMillis(50))
                            .done()),
            new TestTask(
                    "slow-retry",
                    steps -> steps.retryStep(
                                    "a",
                                    "A",
                                    new Backoff(Duration.ofHours(1), Duration.ofHours(1), 3),
                                    TimedStepsTest::waitForInterruption)
                            .within(Duration.ofMillis(50))
                            .done()),
            new TestTask("quick", steps -> steps.done()));

    @AfterAll
    static void tearDown() {
        ENGINE.close();
    }

    @Test
    void aTimerLeavesTheProcessWaitingWithItsEndInTheQueueAndInTheState() {
        UUID process = standing("sleep");

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.WAITING);
        assertThat(ENGINE.steps(process)).containsExactly("start:success", "rest:waiting");
        assertThat(Instant.parse(ENGINE.record(process).shownState().text("sleeps_until")))
                .isAfter(Instant.now().plus(Duration.ofDays(364)));
        assertThat(queued(process, "due_at > now() + interval '364 days' AND leased_until IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void aTimerThatIsLookedAtTooEarlyGoesOnSleepingToTheSameEnd() {
        UUID process = standing("sleep");
        String until = ENGINE.record(process).shownState().text("sleeps_until");

        ENGINE.resume(process);
        ENGINE.runUntilIdle();

        assertThat(ENGINE.steps(process)).containsExactly("start:success", "rest:waiting");
        assertThat(ENGINE.record(process).shownState().text("sleeps_until")).isEqualTo(until);
    }

    @Test
    void goesOnWhenTheTimerHasEnded() {
        UUID process = ENGINE.start("short-sleep");

        while (ENGINE.status(process) != ProcessStatus.COMPLETED) {
            ENGINE.runUntilIdle();
        }

        assertThat(ENGINE.steps(process))
                .containsExactly("start:success", "rest:waiting", "rest:success", "done:complete");
        ProcessStep slept = ENGINE.record(process).steps().get(2);
        assertThat(slept.completedAt())
                .isAfterOrEqualTo(
                        ENGINE.record(process).steps().get(1).startedAt().plusMillis(20));
    }

    @Test
    void aTimerWhoseInstantHasPassedPausesNothing() {
        UUID process = ENGINE.start("sleep-until");
        ENGINE.database.execute(
                "UPDATE process_steps SET state = state || '{\"due\": \"2020-01-01T00:00:00Z\"}' WHERE pid = '"
                        + process + "'");

        ENGINE.runUntilIdle();

        assertThat(ENGINE.steps(process)).containsExactly("start:success", "rest:success", "done:complete");
    }

    @Test
    void failsATimerThatWouldNeverEnd() {
        UUID process = standing("sleep-too-long");

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.FAILED);
        assertThat(ENGINE.record(process).process().failedReason()).contains("within 36500 days");
    }

    @Test
    void showsWhenTheNextAttemptIs() {
        Instant before = Instant.now();
        UUID process = standing("patient");

        assertThat(Instant.parse(ENGINE.record(process).shownState().text("next_attempt_at")))
                .isBetween(before, Instant.now().plusSeconds(2));
    }

    @Test
    void givesUpWhenTheTimeOfARetryStepIsUsedUp() {
        UUID process = ENGINE.start("bounded");

        while (ENGINE.status(process) != ProcessStatus.FAILED) {
            ENGINE.runUntilIdle();
        }

        ProcessStep waited = ENGINE.record(process).steps().get(1);
        assertThat(waited.status()).isEqualTo(StepStatus.WAITING);
    }

    @Test
    void triesAnewForAsLongWhenAPersonRetries() {
        UUID process = ENGINE.start("bounded");
        while (ENGINE.status(process) != ProcessStatus.FAILED) {
            ENGINE.runUntilIdle();
        }

        ENGINE.resume(process);
        ENGINE.runUntilIdle();

        assertThat(ENGINE.steps(process)).startsWith("start:success", "a:waiting", "a:failed", "a:waiting");
    }

    @Test
    void interruptsAStepThatExceedsItsTimeLimit() throws Exception {
        UUID process = standing("slow");

        assertThat(ENGINE.status(process)).isEqualTo(ProcessStatus.FAILED);
        assertThat(ENGINE.record(process).process().failedReason()).contains("longer than its time limit of 50 ms");
        assertThat(INTERRUPTED.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void triesARetryStepAgainAfterItsTimeLimit() {
        assertThat(ENGINE.status(standing("slow-retry"))).isEqualTo(ProcessStatus.WAITING);
    }

    @Test
    void leavesBehindAStepThatIgnoresItsInterruption() throws Exception {
        LIVE.set(ENGINE);
        UUID process = standing("deaf");
        UUID next = standing("quick");

        LATE.countDown();
        LATE_IS_OVER.await();

        assertThat(ENGINE.status(next)).isEqualTo(ProcessStatus.COMPLETED);
        assertThat(ENGINE.steps(process)).containsExactly("start:success", "a:failed");
    }

    private static UUID standing(String task) {
        UUID process = ENGINE.start(task);
        ENGINE.runUntilIdle();
        return process;
    }

    private static int queued(UUID process, String condition) {
        return Integer.parseInt(ENGINE.database
                .query("SELECT count(*) FROM process_queue WHERE pid = '" + process + "' AND " + condition)
                .getFirst()
                .getFirst()
                .toString());
    }

    private static State fail(State state) {
        throw new IllegalStateException("Not ready");
    }

    private static State waitForInterruption(State state) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            return State.empty();
        } catch (InterruptedException e) {
            INTERRUPTED.countDown();
            throw e;
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException stillHere) {
                assertThat(stillHere).isNotNull();
            }
        }
    }
}
