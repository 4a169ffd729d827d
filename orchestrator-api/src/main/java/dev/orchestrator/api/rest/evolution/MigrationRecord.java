package dev.orchestrator.api.rest.evolution;

import java.util.List;
import java.util.UUID;

/** What state migrations did to processes. */
public interface MigrationRecord {
    /** Oldest first; empty also for a process that is unknown. */
    List<MigrationEntry> of(UUID processId);
}
