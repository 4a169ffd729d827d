package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.NewProcess;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.process.SubscriptionHeld;
import dev.orchestrator.process.postgres.PostgresNewProcesses;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscriptionLocksTest {
    private final EngineHarness engine = new EngineHarness(new TestTask(
            "task", steps -> steps.stateStep("a", "A", state -> State.empty()).done()));
    private final PostgresNewProcesses starts = new PostgresNewProcesses(engine.pool, engine.hints);
    private final UUID subscription = UUID.randomUUID();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void tellsTheSecondWhoHoldsTheSubscription() {
        NewProcess holder = changing(subscription);
        starts.insert(List.of(holder));

        assertThatExceptionOfType(SubscriptionHeld.class)
                .isThrownBy(() -> starts.insert(List.of(changing(subscription))))
                .withMessageContaining(holder.processId().toString())
                .satisfies(held -> assertThat(held.code()).isEqualTo(ErrorCode.SUBSCRIPTION_BUSY))
                .satisfies(held -> assertThat(held.holder()).isEqualTo(holder.processId()));
        assertThat(engine.database.query("SELECT count(*) FROM process_queue")).hasToString("[[1]]");
    }

    @Test
    void letsOneOfManyThatRaceHaveIt() throws Exception {
        int started = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> races = IntStream.range(0, 24)
                    .mapToObj(n -> threads.submit(() -> isStarted(changing(subscription))))
                    .toList();
            for (Future<Boolean> race : races) {
                started += race.get() ? 1 : 0;
            }
        }

        assertThat(started).isEqualTo(1);
    }

    @Test
    void isFreeAgainOnceTheProcessHasEnded() {
        starts.insert(List.of(changing(subscription)));
        engine.runUntilIdle();
        NewProcess second = changing(subscription);
        starts.insert(List.of(second));
        engine.abort(second.processId());

        assertThat(isStarted(changing(subscription))).isTrue();
    }

    @Test
    void startsNoneOfManyWhenOneIsRefused() {
        starts.insert(List.of(changing(subscription)));

        assertThat(isStarted(changing(UUID.randomUUID()), changing(subscription)))
                .isFalse();
        assertThat(engine.database.query("SELECT count(*) FROM processes")).hasToString("[[1]]");
    }

    @Test
    void leavesThoseAloneThatChangeNothing() {
        starts.insert(List.of(changing(subscription)));

        assertThat(isStarted(changing(null), changing(null))).isTrue();
    }

    /** Starts share a statement, and whatever waits in one makes all others of it wait. */
    @Test
    void holdsUpNobodyElseWhileItWaits() throws Exception {
        try (Connection other = engine.database.connect();
                Statement transaction = other.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            starts.insert(List.of(changing(subscription)));
            other.setAutoCommit(false);
            transaction.execute("UPDATE processes SET last_status = 'completed'");
            Future<Boolean> waiting = threads.submit(() -> isStarted(changing(subscription)));
            awaitLockWaits(1);

            List<Future<Boolean>> others = IntStream.range(0, 8)
                    .mapToObj(n -> threads.submit(() -> isStarted(changing(null))))
                    .toList();

            for (Future<Boolean> start : others) {
                assertThat(start.get(1, TimeUnit.MINUTES)).isTrue();
            }
            assertThat(waiting.isDone()).isFalse();
            other.commit();
            assertThat(waiting.get(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void awaitLockWaits(int number) throws InterruptedException {
        String waiting =
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
        while (!engine.database.query(waiting).equals(List.of(List.of(Integer.toString(number))))) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private boolean isStarted(NewProcess... processes) {
        try {
            starts.insert(List.of(processes));
            return true;
        } catch (OrchestratorException busy) {
            assertThat(busy.code()).isEqualTo(ErrorCode.SUBSCRIPTION_BUSY);
            return false;
        }
    }

    private static NewProcess changing(UUID subscription) {
        Instant now = Instant.now();
        return new NewProcess(
                UUID.randomUUID(),
                "task",
                1,
                true,
                "tester",
                new ProcessStep(
                        UUID.randomUUID(), "start", "Start", StepStatus.SUCCESS, State.empty(), "tester", now, now, 1),
                Json.object(),
                subscription,
                "");
    }
}
