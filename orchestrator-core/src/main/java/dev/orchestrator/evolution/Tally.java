package dev.orchestrator.evolution;

import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of the processes of a run; several threads may tell it at once. */
final class Tally {
    private final MigrationProgress progress;
    private final List<MigrationError> errors = new ArrayList<>();
    private long migrated;
    private long skipped;
    private long failed;

    Tally(MigrationProgress progress) {
        this.progress = progress;
    }

    synchronized void migrated() {
        migrated++;
    }

    synchronized void skipped(long processes) {
        skipped += processes;
    }

    synchronized void failed(MigrationError error) {
        failed++;
        if (errors.size() < MigrationReport.MOST_ERRORS) {
            errors.add(error);
        }
        progress.failed(error);
    }

    synchronized MigrationReport report(String migration, boolean dryRun) {
        return new MigrationReport(migration, dryRun, migrated, skipped, failed, errors);
    }
}
