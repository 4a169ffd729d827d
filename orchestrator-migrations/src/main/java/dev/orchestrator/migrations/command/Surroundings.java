package dev.orchestrator.migrations.command;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import dev.orchestrator.evolution.MigrateProcesses;
import dev.orchestrator.evolution.ProcessShapes;
import dev.orchestrator.head.Head;
import dev.orchestrator.migrations.DatabaseUpgrade;
import dev.orchestrator.migrations.HeadStatus;
import dev.orchestrator.migrations.MigrationSettings;
import dev.orchestrator.migrations.VersionFolder;
import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.workflow.StoredWorkflows;
import dev.orchestrator.workflow.WorkflowRegistry;
import java.io.BufferedReader;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * What commands are given to work with; everything is made when a command asks for it, so that help is given without a database.
 *
 * @param input where a person answers questions
 */
record Surroundings(
        Config config,
        Supplier<Application> application,
        Supplier<WorkflowRegistry> workflows,
        Supplier<ProcessShapes> shapes,
        Supplier<MigrateProcesses> migrations,
        BufferedReader input) {

    /** The products and workflows of the code, and those of the database. */
    record Application(
            ProductRegistry products,
            WorkflowRegistry workflows,
            ProductRepository storedProducts,
            StoredWorkflows storedWorkflows) {}

    MigrationSettings settings() {
        return MigrationSettings.from(config);
    }

    DatabaseUpgrade database() {
        return new DatabaseUpgrade(settings());
    }

    /**
     * Products and workflows, once the database is at both heads: compared with an older one, a new version would repeat what others
     * bring already.
     */
    Application applicationAtTheHeads() {
        List<HeadStatus> heads = new DatabaseUpgrade(settings().withExistingFolder()).status();
        List<Violation> behind = heads.stream()
                .flatMap(head -> Stream.concat(
                        head.violations().stream(),
                        head.pending().stream().map(version -> new Violation(version.name(), "is not applied yet"))))
                .toList();
        if (!behind.isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.INCONSISTENT_DATA,
                    "The database is not at both heads, so it can't be compared with the code. Run first: db upgrade heads",
                    behind);
        }
        return application.get();
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
