package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.process.Checkpoint;
import dev.orchestrator.process.Checkpoints;
import dev.orchestrator.process.Claim;
import dev.orchestrator.process.EngineStatus;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.process.Verdict;
import dev.orchestrator.process.postgres.PostgresCheckpoints;
import dev.orchestrator.process.postgres.PostgresQueueHints;
import dev.orchestrator.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LeasesTest {
    private static final Duration PAST = Duration.ofSeconds(-1);

    @Test
    void givesAProcessToOneWorkerOnly() {
        try (EngineHarness engine = engine()) {
            engine.start("task");

            assertThat(engine.claim("one", 10, EngineHarness.LEASE)).hasSize(1);
            assertThat(engine.claim("two", 10, EngineHarness.LEASE)).isEmpty();
        }
    }

    @Test
    void claimsNothingWhileTheEngineIsLocked() {
        try (EngineHarness engine = engine()) {
            engine.start("task");
            engine.processes.setLock(true);

            assertThat(engine.claim("one", 10, EngineHarness.LEASE)).isEmpty();
        }
    }

    @Test
    void beginsNoFurtherStepOnceTheEngineIsLocked() {
        AtomicReference<EngineHarness> running = new AtomicReference<>();
        AtomicReference<EngineStatus.Global> inTheStep = new AtomicReference<>();
        try (EngineHarness engine = new EngineHarness(new TestTask(
                "task",
                steps -> steps.stateStep("a", "A", state -> {
                            inTheStep.set(running.get().processes.setLock(true).global());
                            return State.empty();
                        })
                        .stateStep("b", "B", state -> State.empty())
                        .done()))) {
            running.set(engine);
            UUID process = engine.start("task");

            engine.runUntilIdle();
            assertThat(inTheStep.get()).isEqualTo(EngineStatus.Global.PAUSING);
            assertThat(engine.processes.engineStatus().global()).isEqualTo(EngineStatus.Global.PAUSED);
            // By a worker that starts while the engine is locked.
            engine.runUntilIdle();
            assertThat(engine.steps(process)).containsExactly("start:success", "a:success");

            engine.processes.setLock(false);
            engine.runUntilIdle();
            assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        }
    }

    @Test
    void takesOverWhenALeaseHasRunOut() {
        try (EngineHarness engine = engine()) {
            UUID process = engine.start("task");
            engine.claim("dead", 10, PAST);

            engine.runUntilIdle();

            assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        }
    }

    @Test
    void writesNothingForAClaimThatWasTakenOver() {
        try (EngineHarness engine = engine()) {
            UUID process = engine.start("task");
            Claim lost = engine.claim("hung", 10, PAST).getFirst();
            engine.claim("other", 10, EngineHarness.LEASE);

            assertThat(new PostgresCheckpoints(engine.pool).write(List.of(checkpoint(lost))))
                    .isEmpty();
            assertThat(engine.steps(process)).containsExactly("start:success");
        }
    }

    @Test
    void doesNoneOfTheDatabaseWorkOfALostClaim() {
        try (EngineHarness engine = engine()) {
            engine.start("task");
            engine.database.execute("CREATE TABLE effects (what text)");
            Claim lost = engine.claim("hung", 10, PAST).getFirst();
            engine.claim("other", 10, EngineHarness.LEASE);

            Checkpoints.Written written = new PostgresCheckpoints(engine.pool)
                    .write(
                            List.of(client -> client.query("INSERT INTO effects VALUES ('done')")
                                    .execute()
                                    .await()
                                    .indefinitely()),
                            () -> checkpoint(lost));

            assertThat(written.verdict()).isEqualTo(Verdict.LOST);
            assertThat(engine.database.query("SELECT count(*) FROM effects")).hasToString("[[0]]");
        }
    }

    @Test
    void commitsDatabaseWorkWithTheRecord() {
        try (EngineHarness engine = new EngineHarness(new TestTask(
                "task",
                steps -> steps.resultStep("a", "A", context -> {
                            context.withCheckpoint(client -> client.query("INSERT INTO effects VALUES ('done')")
                                    .execute()
                                    .await()
                                    .indefinitely());
                            return new dev.orchestrator.workflow.StepResult.Success(State.empty());
                        })
                        .done()))) {
            engine.database.execute("CREATE TABLE effects (what text)");
            UUID process = engine.start("task");

            engine.runUntilIdle();

            assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
            assertThat(engine.database.query("SELECT count(*) FROM effects")).hasToString("[[1]]");
        }
    }

    @Test
    void renewsOnlyWhatItStillHolds() {
        try (EngineHarness engine = engine()) {
            engine.start("task");
            Claim lost = engine.claim("one", 10, PAST).getFirst();
            Claim held = engine.claim("two", 10, EngineHarness.LEASE).getFirst();

            assertThat(engine.queue.renew(List.of(lost), EngineHarness.LEASE)).isEmpty();
            assertThat(engine.queue.renew(List.of(held), EngineHarness.LEASE)).containsExactly(held.processId());
        }
    }

    @Test
    void setsAsideAProcessThatKeepsLosingItsWorkers() {
        try (EngineHarness engine = engine()) {
            UUID process = engine.start("task");
            engine.claim("first", 10, PAST);
            engine.claim("second", 10, PAST);
            engine.queue.countLastChance(engine.claim("third", 10, PAST).getFirst());

            engine.runUntilIdle();

            assertThat(engine.status(process)).isEqualTo(ProcessStatus.FAILED);
            assertThat(engine.record(process).process().failedReason()).contains("3 workers in a row");
        }
    }

    @Test
    void doesNotBlameAProcessThatNeverBegan() {
        try (EngineHarness engine = engine()) {
            UUID process = engine.start("task");
            for (int death = 0; death < 5; death++) {
                engine.claim("dead " + death, 10, PAST);
            }

            engine.runUntilIdle();

            assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
        }
    }

    /** As when the database is too slow to renew the leases of a worker that is well. */
    @Test
    void doesNotBlameAProcessForALeaseThatItsOwnWorkerTakesUpAgain() {
        try (EngineHarness engine = engine()) {
            engine.start("task");
            engine.claim("alive", 10, PAST);
            engine.claim("alive", 10, PAST);
            engine.queue.countLastChance(engine.claim("alive", 10, PAST).getFirst());

            assertThat(engine.claim("alive", 10, PAST).getFirst().lostLeases()).isEqualTo(1);
            assertThat(engine.claim("other", 10, PAST).getFirst().lostLeases()).isEqualTo(2);
        }
    }

    @Test
    void countsAnewOnceSomethingIsRecorded() {
        try (EngineHarness engine = engine()) {
            engine.start("task");
            engine.claim("first", 10, PAST);
            engine.claim("second", 10, PAST);
            Claim last = engine.claim("third", 10, PAST).getFirst();
            engine.queue.countLastChance(last);
            new PostgresCheckpoints(engine.pool).write(List.of(checkpoint(last)));

            assertThat(engine.claim("next", 10, PAST).getFirst().lostLeases()).isEqualTo(1);
        }
    }

    @Test
    void letsProcessesThatLostTheirWorkersTogetherBeginOneByOne() {
        try (EngineHarness engine = engine()) {
            List<UUID> processes = List.of(engine.start("task"), engine.start("task"));
            engine.claim("first", 10, PAST);
            engine.claim("second", 10, PAST);

            engine.runUntilIdle();

            assertThat(processes.stream().map(engine::status))
                    .as("the second waits for the first, and is not counted as lost meanwhile")
                    .containsExactlyInAnyOrder(ProcessStatus.COMPLETED, ProcessStatus.CREATED);
            assertThat(engine.database.query("SELECT lost_leases FROM process_queue"))
                    .containsExactly(List.of("2"));
        }
    }

    @Test
    void givesALastChanceOnlyWhenNothingElseCanBeToBlame() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicLong freshBegan = new AtomicLong();
        AtomicLong suspectBegan = new AtomicLong();
        try (EngineHarness engine = new EngineHarness(
                new TestTask(
                        "suspect",
                        steps -> steps.stateStep("a", "A", state -> {
                                    suspectBegan.set(System.nanoTime());
                                    return State.empty();
                                })
                                .done()),
                new TestTask(
                        "fresh",
                        steps -> steps.stateStep("a", "A", state -> {
                                    freshBegan.set(System.nanoTime());
                                    ended.await();
                                    return State.empty();
                                })
                                .done()))) {
            UUID suspect = engine.start("suspect");
            engine.claim("first", 10, PAST);
            engine.claim("second", 10, PAST);
            UUID fresh = engine.start("fresh");

            try (Worker.Session session = engine.worker().session()) {
                session.claimOnce();
                ended.countDown();
                session.claimOnceAndWait();
            }

            assertThat(Duration.ofNanos(suspectBegan.get() - freshBegan.get())).isGreaterThan(Duration.ofSeconds(1));
            assertThat(List.of(suspect, fresh)).extracting(engine::status).containsOnly(ProcessStatus.COMPLETED);
        }
    }

    @Test
    void runsTheOthersWhenOneRecordCannotBeRead() {
        try (EngineHarness engine = engine()) {
            UUID bad = engine.start("task");
            UUID good = engine.start("task");
            engine.database.execute("UPDATE processes SET assignee = 'NOBODY' WHERE pid = '" + bad + "'");

            engine.runUntilIdle();

            assertThat(engine.status(good)).isEqualTo(ProcessStatus.COMPLETED);
            assertThat(engine.status(bad)).isEqualTo(ProcessStatus.INCONSISTENT_DATA);
        }
    }

    @Test
    void runsWithoutHints() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (EngineHarness engine = new EngineHarness(new TestTask(
                "task",
                steps -> steps.stateStep("a", "A", state -> {
                            begun.countDown();
                            return State.empty();
                        })
                        .done()))) {
            engine.hints = new PostgresQueueHints(engine.pool, engine.vertx, true);
            Worker worker = engine.worker();
            worker.start();

            engine.start("task");

            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            worker.stop();
        }
    }

    @Test
    void anAbortedProcessRecordsNothingMore() throws Exception {
        CountDownLatch inStep = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (EngineHarness engine = new EngineHarness(new TestTask(
                "task",
                steps -> steps.stateStep("a", "A", state -> {
                            inStep.countDown();
                            goOn.await();
                            return State.empty();
                        })
                        .done()))) {
            UUID process = engine.start("task");
            Worker worker = engine.worker();
            worker.start();
            inStep.await();

            engine.abort(process);
            goOn.countDown();
            worker.stop();

            assertThat(engine.steps(process)).containsExactly("start:success", "aborted:abort");
            assertThat(engine.status(process)).isEqualTo(ProcessStatus.ABORTED);
        }
    }

    @Test
    void handsBackWhenItIsStopped() throws Exception {
        CountDownLatch inStep = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        try (EngineHarness engine = new EngineHarness(new TestTask(
                "task",
                steps -> steps.stateStep("a", "A", state -> {
                            runs.incrementAndGet();
                            inStep.countDown();
                            goOn.await();
                            return State.empty();
                        })
                        .stateStep("b", "B", state -> State.empty())
                        .done()))) {
            UUID process = engine.start("task");
            Worker worker = engine.worker();
            worker.start();
            inStep.await();

            Thread stopping = Thread.ofVirtual().start(() -> {
                try {
                    worker.stop();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            while (!worker.isStopping()) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            stopping.join();

            assertThat(engine.steps(process)).containsExactly("start:success", "a:success");
            assertThat(engine.database.query("SELECT leased_until FROM process_queue"))
                    .hasToString("[[null]]");
            engine.runUntilIdle();
            assertThat(engine.status(process)).isEqualTo(ProcessStatus.COMPLETED);
            assertThat(runs).hasValue(1);
        }
    }

    @Test
    void beginsAtOnceWhenItIsToldThatThereIsSomething() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (EngineHarness engine = new EngineHarness(new TestTask(
                "task",
                steps -> steps.stateStep("a", "A", state -> {
                            begun.countDown();
                            return State.empty();
                        })
                        .done()))) {
            CountDownLatch heard = new CountDownLatch(1);
            try (AutoCloseable ear = engine.hints.listen(heard::countDown)) {
                Worker worker = engine.worker();
                worker.start();

                engine.start("task");

                assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
                worker.stop();
                assertThat(ear).isNotNull();
            }
        }
    }

    @Test
    void twoWorkersShareTheWorkWithoutRunningAnythingTwice() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(200);
        try (EngineHarness engine = new EngineHarness(new TestTask(
                "task",
                steps -> steps.stateStep("a", "A", state -> {
                            runs.incrementAndGet();
                            return State.empty();
                        })
                        .stateStep("b", "B", state -> {
                            all.countDown();
                            return State.empty();
                        })
                        .done()))) {
            for (int i = 0; i < 200; i++) {
                engine.start("task");
            }
            Worker one = engine.worker();
            Worker two = engine.worker();
            one.start();
            two.start();

            all.await();
            one.stop();
            two.stop();
            engine.runUntilIdle();

            assertThat(runs).hasValue(200);
            assertThat(engine.database.query("SELECT count(*) FROM processes WHERE last_status = 'completed'"))
                    .hasToString("[[200]]");
            assertThat(engine.database.query("SELECT count(*) FROM process_steps"))
                    .hasToString("[[800]]");
        }
    }

    private static Checkpoint checkpoint(Claim claim) {
        ProcessStep row = new ProcessStep(
                UUID.randomUUID(),
                "a",
                "A",
                StepStatus.SUCCESS,
                State.empty(),
                "SYSTEM",
                Instant.now(),
                Instant.now(),
                1);
        return new Checkpoint(claim, List.of(row), new Checkpoint.After.Continues());
    }

    private static EngineHarness engine() {
        return new EngineHarness(new TestTask(
                "task",
                steps -> steps.stateStep("a", "A", state -> State.empty()).done()));
    }
}
