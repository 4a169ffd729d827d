package dev.orchestrator.evolution;

import java.util.List;

/**
 * What came of a run over the processes in flight.
 *
 * @param migrated how many were migrated, or prepared, or in a rehearsal would be
 * @param skipped how many were left aside: those of other workflows and versions, those migrated before, those that ended
 * @param failed how many could not be migrated
 * @param errors the first {@value #MOST_ERRORS} of these; all are told while the run goes on
 */
public record MigrationReport(
        String migration, boolean dryRun, long migrated, long skipped, long failed, List<MigrationError> errors) {
    /** A report has to fit in memory, whatever goes wrong with however many processes. */
    public static final int MOST_ERRORS = 1_000;

    public MigrationReport {
        errors = List.copyOf(errors);
    }

    public boolean isOk() {
        return failed == 0;
    }
}
