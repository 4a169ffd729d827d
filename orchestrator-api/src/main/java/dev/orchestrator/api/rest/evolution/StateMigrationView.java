package dev.orchestrator.api.rest.evolution;

import dev.orchestrator.evolution.MigrateProcesses;
import dev.orchestrator.workflow.WorkflowVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A state migration.
 *
 * @param processes how many living processes are at its source
 */
@Schema(name = "StateMigrationSchema")
record StateMigrationView(
        String name,
        String sourceWorkflow,
        int sourceVersion,
        String targetWorkflow,
        int targetVersion,
        long processes) {

    static StateMigrationView of(MigrateProcesses.Waiting waiting) {
        WorkflowVersion source = waiting.migration().source().workflow();
        WorkflowVersion target = waiting.migration().target().workflow();
        return new StateMigrationView(
                waiting.migration().name(),
                source.name(),
                source.number(),
                target.name(),
                target.number(),
                waiting.processes());
    }
}
