package dev.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.program.ApiClient;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class QueueHintsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
    private void awaitFirstHint(EngineHarness engine) {
        boolean isHeard = ApiClient.awaitUntil(
                () -> {
                    engine.start("task");
                    return !seen.isEmpty();
                },
                heard -> heard,
                PATIENCE);
        assertThat(isHeard).as("A hint is heard").isTrue();
    }

    private void awaitSeen(UUID process) {
        boolean isSeen = ApiClient.awaitUntil(() -> seen.contains(process), found -> found, PATIENCE);
        assertThat(isSeen).as("A hint came after the start of %s", process).isTrue();
    }
}
