package dev.orchestrator.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.event.Snapshot.Mark;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final UUID ONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final Mark RUNNING = new Mark("running", "10:00");
    private static final Mark FAILED = new Mark("failed", "10:01");

    @Test
    void findsNothingWhereNothingChanged() {
        Snapshot same = processes(Map.of(ONE, RUNNING));
        assertThat(Changes.between(same, same)).isEmpty();
    }

    @Test
    void tellsOfANewProcessItsListAndTheCounts() {
        assertThat(Changes.between(processes(Map.of()), processes(Map.of(ONE, RUNNING))))
                .containsExactly(Invalidation.process(ONE), Invalidation.PROCESS_LIST, Invalidation.STATUS_COUNTS);
    }

    @Test
    void tellsOfAStatusThatChanged() {
        assertThat(Changes.between(processes(Map.of(ONE, RUNNING)), processes(Map.of(ONE, FAILED))))
                .containsExactly(Invalidation.process(ONE), Invalidation.PROCESS_LIST, Invalidation.STATUS_COUNTS);
    }

    @Test
    void tellsOfAStepWithoutTheCounts() {
        assertThat(Changes.between(steps(Map.of(ONE, 1L, TWO, 5L)), steps(Map.of(ONE, 2L, TWO, 5L))))
                .containsExactly(Invalidation.process(ONE), Invalidation.PROCESS_LIST);
    }

    @Test
    void tellsOfAProcessThatWasDeleted() {
        assertThat(Changes.between(processes(Map.of(ONE, RUNNING, TWO, FAILED)), processes(Map.of(TWO, FAILED))))
                .containsExactly(Invalidation.PROCESS_LIST, Invalidation.STATUS_COUNTS);
    }

    @Test
    void takesAProcessPushedOutByANewOneForNoDeletion() {
        Map<UUID, Mark> full = new HashMap<>();
        for (int i = 0; i < Snapshot.RECENT; i++) {
            full.put(new UUID(1, i), FAILED);
        }
        Map<UUID, Mark> moved = new HashMap<>(full);
        moved.remove(new UUID(1, 0));
        moved.put(ONE, new Mark("suspended", "10:02"));
        assertThat(Changes.between(processes(full), processes(moved)))
                .containsExactly(Invalidation.process(ONE), Invalidation.PROCESS_LIST, Invalidation.STATUS_COUNTS);
    }

    @Test
    void speaksOfAllProcessesWhenManyChangeAtOnce() {
        Map<UUID, Mark> many = new HashMap<>();
        for (int i = 0; i < Snapshot.RECENT; i++) {
            many.put(new UUID(1, i), FAILED);
        }
        assertThat(Changes.between(processes(Map.of()), processes(many)))
                .containsExactly(Invalidation.ALL_PROCESSES, Invalidation.PROCESS_LIST, Invalidation.STATUS_COUNTS);
    }

    @Test
    void tellsOfASubscriptionInAllItsLists() {
        Snapshot before = new Snapshot(false, false, 1, Map.of(), Map.of(), Map.of(ONE, 1));
        Snapshot after = new Snapshot(false, false, 1, Map.of(), Map.of(), Map.of(ONE, 2));
        assertThat(Changes.between(before, after)).containsExactlyElementsOf(Invalidation.subscription(ONE));
    }

    @Test
    void tellsOfTheLockAndOfTheLastProcessThatRunsUnderIt() {
        assertThat(Changes.between(engine(false, true, 1), engine(true, true, 1)))
                .containsExactly(Invalidation.ENGINE_STATUS);
        assertThat(Changes.between(engine(true, true, 1), engine(true, false, 1)))
                .containsExactly(Invalidation.ENGINE_STATUS, Invalidation.WORKER_STATUS);
    }

    @Test
    void tellsOfAWorkerThatCame() {
        assertThat(Changes.between(engine(false, false, 1), engine(false, false, 2)))
                .containsExactly(Invalidation.WORKER_STATUS);
    }

    private static Snapshot processes(Map<UUID, Mark> recent) {
        return new Snapshot(false, false, 1, recent, Map.of(), Map.of());
    }

    private static Snapshot steps(Map<UUID, Long> steps) {
        return new Snapshot(false, true, 1, Map.of(), steps, Map.of());
    }

    private static Snapshot engine(boolean locked, boolean running, int workers) {
        return new Snapshot(locked, running, workers, Map.of(), Map.of(), Map.of());
    }
}
