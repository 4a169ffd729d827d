package dev.orchestrator.migrations.command;

import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.evolution.MigrateProcesses;
import dev.orchestrator.evolution.ProcessShapes;
import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.workflow.StoredWorkflows;
import dev.orchestrator.workflow.WorkflowRegistry;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import org.eclipse.microprofile.config.Config;
import picocli.CommandLine;

/** The program: runs one command and exits with its {@link ExitCode}. */
@QuarkusMain
public class MigrationsApplication implements QuarkusApplication {
    /** Of the application as it was built, an operator's own included. */
    private static final String VERSION = "quarkus.application.version";

    @Inject
    Config config;

    @Inject
    Instance<ProductRegistry> products;

    @Inject
    Instance<WorkflowRegistry> workflows;

    @Inject
    Instance<ProcessShapes> shapes;

    @Inject
    Instance<MigrateProcesses> migrations;

    @Inject
    Instance<ProductRepository> storedProducts;

    @Inject
    Instance<StoredWorkflows> storedWorkflows;

    @Override
    public int run(String... arguments) {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return commandLine(new Surroundings(
                        config, this::application, workflows::get, shapes::get, migrations::get, input))
                .execute(arguments);
    }

    private Surroundings.Application application() {
        return new Surroundings.Application(
                products.get(), workflows.get(), storedProducts.get(), storedWorkflows.get());
    }

    static CommandLine commandLine(Surroundings surroundings) {
        CommandLine orchestrator = new CommandLine(new OrchestratorCommand())
                .addSubcommand(db(surroundings))
                .addSubcommand(processes(surroundings))
                .setExecutionExceptionHandler(MigrationsApplication::sayWhy);
        tellVersion(
                orchestrator,
                surroundings.config().getOptionalValue(VERSION, String.class).orElse("unknown"));
        return orchestrator;
    }

    private static CommandLine db(Surroundings surroundings) {
        return new CommandLine(new DbCommand())
                .addSubcommand(new InitCommand(surroundings))
                .addSubcommand(new RevisionCommand(surroundings))
                .addSubcommand(new UpgradeCommand(surroundings))
                // -1 is a place to go back to, no option.
                .addSubcommand(new CommandLine(new DowngradeCommand(surroundings))
                        .setUnmatchedOptionsArePositionalParams(true))
                .addSubcommand(new HeadsCommand(surroundings))
                .addSubcommand(new HistoryCommand(surroundings))
                .addSubcommand(new StatusCommand(surroundings))
                .addSubcommand(new DbCheckCommand(surroundings))
                .addSubcommand(new MigrateDomainModelsCommand(surroundings))
                .addSubcommand(new MigrateWorkflowsCommand(surroundings))
                .addSubcommand(new MigrateTasksCommand(surroundings));
    }

    private static CommandLine processes(Surroundings surroundings) {
        return new CommandLine(new ProcessesCommand())
                .addSubcommand(new CheckCommand(surroundings))
                .addSubcommand(new ExportCommand(surroundings))
                .addSubcommand(new MigrateCommand(surroundings));
    }

    private static void tellVersion(CommandLine command, String version) {
        command.getCommandSpec().version(version);
        command.getSubcommands().values().forEach(subcommand -> tellVersion(subcommand, version));
    }

    /** A refusal is a message for people; anything else is a bug of ours and keeps its trace. */
    private static int sayWhy(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (!(failure instanceof OrchestratorException refusal)) {
            throw failure;
        }
        command.getErr().println(refusal.getMessage());
        return ExitCode.FAILED;
    }
}
