package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QueueHintsTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Set<UUID> seen = ConcurrentHashMap.newKeySet();

    @Test
    void aHintComesWhenWhatWasStartedCanBeClaimed() throws Exception {
        try (EngineHarness engine = new EngineHarness(new TestTask("task", steps -> steps.done()));
                ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
                AutoCloseable ear = engine.hints.listen(() -> look(engine))) {
            awaitFirstHint(engine);

            for (int round = 0; round < 10; round++) {
                // All but the first fall into the time in which hints are gathered.
                List<Callable<UUID>> starts = Collections.nCopies(10, () -> engine.start("task"));
                for (Future<UUID> started : starters.invokeAll(starts)) {
                    awaitSeen(started.get());
                }
            }
            assertThat(ear).isNotNull();
        }
    }

    /** At once, for what comes later must have a hint of its own. */
    private void look(EngineHarness engine) {
        engine.pool
                .query("SELECT pid FROM process_queue")
                .execute()
                .subscribe()
                .with(rows -> rows.forEach(row -> seen.add(row.getUUID("pid"))));
    }

    /** It takes a moment until somebody listens. */
    private void awaitFirstHint(EngineHarness engine) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (seen.isEmpty()) {
            assertThat(System.nanoTime()).as("No hint is heard").isLessThan(end);
            engine.start("task");
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void awaitSeen(UUID process) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!seen.contains(process)) {
            assertThat(System.nanoTime())
                    .as("No hint after the start of %s", process)
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
