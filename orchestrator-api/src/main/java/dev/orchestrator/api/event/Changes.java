package dev.orchestrator.api.event;

import dev.orchestrator.api.event.Snapshot.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What web pages should read again when one snapshot follows another. */
final class Changes {
    /** With more changes at once than this, one message for all is kinder to pages than one for each. */
    private static final int TOO_MANY = 100;

    private final Snapshot before;
    private final Snapshot after;
    private final List<Invalidation> found = new ArrayList<>();

    private Changes(Snapshot before, Snapshot after) {
        this.before = before;
        this.after = after;
    }

    static List<Invalidation> between(Snapshot before, Snapshot after) {
        Changes changes = new Changes(before, after);
        changes.engine();
        changes.processes();
        changes.subscriptions();
        return changes.found;
    }

    private void engine() {
        boolean statusChanged =
                before.locked() != after.locked() || (after.locked() && before.anyRunning() != after.anyRunning());
        if (statusChanged) {
            found.add(Invalidation.ENGINE_STATUS);
        }
        if (before.workers() != after.workers() || before.anyRunning() != after.anyRunning()) {
            found.add(Invalidation.WORKER_STATUS);
        }
    }

    private void processes() {
        List<UUID> changed = after.recent().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.recent().get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        List<UUID> steps = after.runningSteps().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.runningSteps().get(entry.getKey())))
                .map(Map.Entry::getKey)
                .filter(id -> !changed.contains(id))
                .toList();
        if (changed.size() + steps.size() > TOO_MANY) {
            found.add(Invalidation.ALL_PROCESSES);
        } else {
            changed.forEach(id -> found.add(Invalidation.process(id)));
            steps.forEach(id -> found.add(Invalidation.process(id)));
        }
        boolean gone = hasDeleted();
        if (!changed.isEmpty() || !steps.isEmpty() || gone) {
            found.add(Invalidation.PROCESS_LIST);
        }
        if (gone || changed.stream().anyMatch(this::hasOtherStatus)) {
            found.add(Invalidation.STATUS_COUNTS);
        }
    }

    private boolean hasOtherStatus(UUID id) {
        Mark known = before.recent().get(id);
        return known == null || !known.status().equals(after.recent().get(id).status());
    }

    /** A process that has left the list without others having pushed it out. */
    private boolean hasDeleted() {
        Set<UUID> now = after.recent().keySet();
        long left = before.recent().keySet().stream()
                .filter(id -> !now.contains(id))
                .count();
        long come = now.stream().filter(id -> !before.recent().containsKey(id)).count();
        return left > (after.recent().size() < Snapshot.RECENT ? 0 : come);
    }

    private void subscriptions() {
        List<UUID> changed = after.subscriptions().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.subscriptions().get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        changed.stream().limit(TOO_MANY).forEach(id -> found.addAll(Invalidation.subscription(id)));
    }
}
