package dev.orchestrator.migrations.command;

import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.migrations.DatabaseUpgrade;
import dev.orchestrator.migrations.MigrationSettings;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import picocli.CommandLine;

/** The program: runs one command and exits with its {@link ExitCode}. */
@QuarkusMain
public class MigrationsApplication implements QuarkusApplication {
    /** Of the application as it was built, an operator's own included. */
    private static final String VERSION = "quarkus.application.version";

    @Inject
    Config config;

    @Override
    public int run(String... arguments) {
        return commandLine(config).execute(arguments);
    }

    static CommandLine commandLine(Config config) {
        DatabaseConnector database = () -> new DatabaseUpgrade(MigrationSettings.from(config));
        CommandLine db = new CommandLine(new DbCommand())
                .addSubcommand(new UpgradeCommand(database))
                .addSubcommand(new HeadsCommand(database))
                .addSubcommand(new StatusCommand(database));
        CommandLine orchestrator = new CommandLine(new OrchestratorCommand())
                .addSubcommand(db)
                .setExecutionExceptionHandler(MigrationsApplication::sayWhy);
        tellVersion(orchestrator, config.getOptionalValue(VERSION, String.class).orElse("unknown"));
        return orchestrator;
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
