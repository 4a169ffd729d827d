package dev.orchestrator.migrations.command;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.evolution.InFlightCheck;
import dev.orchestrator.evolution.InFlightReport;
import dev.orchestrator.evolution.ProcessShape;
import dev.orchestrator.migrations.Turn;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import io.vertx.pgclient.PgException;
import java.util.List;

/** The live processes of the database and the workflows of this program, put together. */
record InFlight(Surroundings surroundings) {
    private static final String NO_SUCH_TABLE = "42P01";

    InFlightReport check() {
        return new InFlightCheck(
                        surroundings.workflows().get(),
                        surroundings.migrations().get()::leadingFrom)
                .of(shapes());
    }

    List<ProcessShape> shapes() {
        try {
            return Turn.whenThereIsRoom(() -> surroundings.shapes().get().shapes(InFlightCheck.liveStatuses()));
        } catch (PgException refused) {
            if (NO_SUCH_TABLE.equals(refused.getSqlState())) {
                throw new OrchestratorException(
                        ErrorCode.INCONSISTENT_DATA,
                        "The database has no table of processes yet. Run db upgrade heads first.",
                        refused);
            }
            throw refused;
        }
    }

    /** A program without an operator's workflows, such as the plain migrations, would take all processes for stranded. */
    boolean hasWorkflows() {
        WorkflowRegistry workflows = surroundings.workflows().get();
        return workflows.all().stream()
                .map(Workflow::getClass)
                .anyMatch(type -> !type.getPackageName().startsWith("dev.orchestrator.workflow"));
    }
}
