package dev.orchestrator.evolution;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/**
 * How to run a migration.
 *
 * @param actor who is on record as having migrated
 * @param dryRun whether to write nothing
 * @param only the processes to look at; empty for all
 * @param patience how long to wait for processes that a worker is running
 * @param progress is told how the run goes on
 */
public record MigrationOptions(
        String actor, boolean dryRun, Set<UUID> only, Duration patience, MigrationProgress progress) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public MigrationOptions {
        only = Set.copyOf(only);
    }

    /** All processes, for real. */
    public static MigrationOptions by(String actor) {
        return new MigrationOptions(actor, false, Set.of(), PATIENCE, MigrationProgress.SILENT);
    }

    /** A rehearsal, which does everything but write, if so asked. */
    public MigrationOptions dryRun(boolean wanted) {
        return new MigrationOptions(actor, wanted, only, patience, progress);
    }

    public MigrationOptions only(Set<UUID> processes) {
        return new MigrationOptions(actor, dryRun, processes, patience, progress);
    }

    public MigrationOptions patience(Duration atMost) {
        return new MigrationOptions(actor, dryRun, only, atMost, progress);
    }

    public MigrationOptions telling(MigrationProgress listener) {
        return new MigrationOptions(actor, dryRun, only, patience, listener);
    }
}
