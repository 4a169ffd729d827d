package dev.orchestrator.worker;

import dev.orchestrator.process.ProcessQueue.Registered;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Keeps a tenth of a worker's room free of any single workflow, so that a burst of long processes leaves some to the others. */
final class Crowding {
    private static final int TENTHS = 9;

    private final int most;
    private final Map<String, Integer> running = new ConcurrentHashMap<>();

    Crowding(int room) {
        this.most = room < 10 ? room : room * TENTHS / 10;
    }

    void enter(String workflow) {
        running.merge(workflow, 1, Integer::sum);
    }

    void leave(String workflow) {
        running.computeIfPresent(workflow, (name, number) -> number == 1 ? null : number - 1);
    }

    /** So much that no workflow with room left gets more than its most, be it all of one. */
    int mostWanted(int batch) {
        return running.values().stream()
                .mapToInt(number -> most - number)
                .filter(left -> left > 0)
                .reduce(Math.min(batch, most), Math::min);
    }

    /** Without the workflows that have taken their most. */
    Registered withRoom(Registered registered) {
        Set<String> full = running.entrySet().stream()
                .filter(entry -> entry.getValue() >= most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return full.isEmpty() ? registered : registered.without(full);
    }
}
