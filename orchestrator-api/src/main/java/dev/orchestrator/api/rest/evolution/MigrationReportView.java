package dev.orchestrator.api.rest.evolution;

import dev.orchestrator.evolution.MigrationError;
import dev.orchestrator.evolution.MigrationReport;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a run.
 *
 * @param errors the first of those that failed
 */
@Schema(name = "MigrationReportSchema")
record MigrationReportView(
        String migration,
        boolean dryRun,
        boolean ok,
        long migrated,
        long skipped,
        long failed,
        List<MigrationError> errors) {

    static MigrationReportView of(MigrationReport report) {
        return new MigrationReportView(
                report.migration(),
                report.dryRun(),
                report.isOk(),
                report.migrated(),
                report.skipped(),
                report.failed(),
                report.errors());
    }
}
