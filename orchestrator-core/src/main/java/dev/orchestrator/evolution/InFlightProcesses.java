package dev.orchestrator.evolution;

import dev.orchestrator.workflow.WorkflowVersion;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The processes that have not ended, read page by page, and what has been prepared for them. */
public interface InFlightProcesses {
    /** How many live on the version, and how many on all others. */
    record Count(long onVersion, long onOthers) {}

    /** Counts all, or those named. */
    Count count(WorkflowVersion version, Set<UUID> only);

    /**
     * The next processes on the version.
     *
     * @param after the last one of the page before; null for the first page
     * @param only those named; empty for all
     */
    List<LiveProcess> page(WorkflowVersion version, UUID after, int size, Set<UUID> only);

    /** Keeps what a migration made of a process, in place of what it made before. False when the process has moved on. */
    boolean prepare(StateMigration<?, ?> migration, Move move, String actor);
}
