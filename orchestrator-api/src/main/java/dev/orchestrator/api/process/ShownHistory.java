package dev.orchestrator.api.process;

import dev.orchestrator.process.operator.HistoryEntry;
import dev.orchestrator.process.operator.ProcessHistory;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The history of processes as this API may show it. */
@Singleton
public class ShownHistory {
    private final ProcessHistory history;
    private final Stacks stacks;

    ShownHistory(ProcessHistory history, Stacks stacks) {
        this.history = history;
        this.stacks = stacks;
    }

    public Map<UUID, List<HistoryEntry>> of(Collection<UUID> processes) {
        return history.of(processes).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(this::shown).toList()));
    }

    private HistoryEntry shown(HistoryEntry entry) {
        return entry.withDetail(stacks.visible(entry.detail()));
    }
}
