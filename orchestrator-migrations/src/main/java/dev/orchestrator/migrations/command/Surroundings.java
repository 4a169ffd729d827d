package dev.orchestrator.migrations.command;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.evolution.MigrateProcesses;
import dev.orchestrator.evolution.ProcessShapes;
import dev.orchestrator.head.Head;
import dev.orchestrator.migrations.DatabaseUpgrade;
import dev.orchestrator.migrations.MigrationSettings;
import dev.orchestrator.migrations.VersionFolder;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.workflow.WorkflowRegistry;
import java.io.BufferedReader;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/**
 * What commands are given to work with; everything is made when a command asks for it, so that help is given without a database.
 *
 * @param input where a person answers questions
 */
record Surroundings(
        Config config,
        Supplier<ProductRegistry> products,
        Supplier<WorkflowRegistry> workflows,
        Supplier<ProcessShapes> shapes,
        Supplier<MigrateProcesses> migrations,
        BufferedReader input) {

    MigrationSettings settings() {
        return MigrationSettings.from(config);
    }

    DatabaseUpgrade database() {
        return new DatabaseUpgrade(settings());
    }

    /** Where new data versions are written. */
    VersionFolder versionFolder() {
        return MigrationSettings.dataFolder(config)
                .map(folder ->
                        new VersionFolder(folder, Head.SCHEMA.versionsInCode().getLast()))
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.INVALID_INPUT,
                        "No folder for data versions is named. Set ORCHESTRATOR_MIGRATIONS_DATA_FOLDER, or use"
                                + " ./orchestrator db, which names the project's."));
    }
}
