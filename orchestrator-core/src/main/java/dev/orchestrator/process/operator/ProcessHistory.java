package dev.orchestrator.process.operator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All that happened to processes: steps and their attempts, what people sent and what they did, with who and when. */
public interface ProcessHistory {
    /** Of each process what happened, oldest first; processes that do not exist are left out. One statement for all. */
    Map<UUID, List<HistoryEntry>> of(Collection<UUID> processes);
}
