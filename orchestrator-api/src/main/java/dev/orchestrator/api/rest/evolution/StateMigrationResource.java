package dev.orchestrator.api.rest.evolution;

import dev.orchestrator.api.access.Operators;
import dev.orchestrator.api.event.Events;
import dev.orchestrator.api.event.Invalidation;
import dev.orchestrator.evolution.MigrateProcesses;
import dev.orchestrator.evolution.MigrationOptions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The state migrations of this program. A report with errors is an answer, not a failure. */
@Path("/api/state-migrations")
@Tag(name = "State migrations")
@RunOnVirtualThread
public class StateMigrationResource {
    private final MigrateProcesses migrations;
    private final MigrationRecord record;
    private final Events events;
    private final Operators operators;

    StateMigrationResource(MigrateProcesses migrations, MigrationRecord record, Events events, Operators operators) {
        this.migrations = migrations;
        this.record = record;
        this.events = events;
        this.operators = operators;
    }

    @GET
    @Operation(
            operationId = "list_state_migrations",
            summary = "List the state migrations, and how many processes are at the source of each")
    public List<StateMigrationView> list() {
        return migrations.list().stream().map(StateMigrationView::of).toList();
    }

    @POST
    @Path("/{name}/prepare")
    @Operation(
            operationId = "prepare_state_migration",
            summary = "Work out the new states and keep them to be looked at; the processes stay where they are")
    public MigrationReportView prepare(@PathParam("name") String name, @BeanParam RunParameters parameters) {
        return MigrationReportView.of(migrations.prepare(name, parameters.options(operators)));
    }

    @POST
    @Path("/{name}/migrate")
    @Operation(operationId = "run_state_migration", summary = "Move the processes to the target version")
    public MigrationReportView migrate(@PathParam("name") String name, @BeanParam RunParameters parameters) {
        MigrationOptions options = parameters.options(operators);
        return told(MigrationReportView.of(migrations.migrate(name, options)));
    }

    @POST
    @Path("/{name}/move-back")
    @Operation(
            operationId = "move_back_state_migration",
            summary = "Move those processes back that nobody has touched since they were migrated")
    public MigrationReportView moveBack(@PathParam("name") String name, @BeanParam RunParameters parameters) {
        return told(MigrationReportView.of(migrations.moveBack(name, parameters.options(operators))));
    }

    @GET
    @Path("/processes/{process_id}")
    @Operation(
            operationId = "process_state_migrations",
            summary =
                    "What state migrations have prepared for a process and done to it, oldest first, with both states")
    public List<MigrationEntry> ofProcess(@PathParam("process_id") UUID processId) {
        return record.of(processId);
    }

    private MigrationReportView told(MigrationReportView report) {
        if (!report.dryRun() && report.migrated() > 0) {
            events.publish(Invalidation.PROCESS_LIST, Invalidation.STATUS_COUNTS);
        }
        return report;
    }
}
