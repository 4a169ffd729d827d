package dev.orchestrator.migrations.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code db upgrade heads}: what each rollout runs first. */
@Command(
        name = "upgrade",
        description = "Brings the database to the newest version of both heads; safe to run by many at once and again.",
        mixinStandardHelpOptions = true)
final class UpgradeCommand implements Callable<Integer> {
    private enum Target {
        heads
    }

    private final DatabaseConnector connector;

    @Spec
    CommandSpec spec;

    @Parameters(description = "How far: ${COMPLETION-CANDIDATES}, the newest version of schema and data.")
    Target target;

    UpgradeCommand(DatabaseConnector connector) {
        this.connector = connector;
    }

    @Override
    public Integer call() {
        connector.database().run(spec.commandLine().getOut()::println);
        return ExitCode.OK;
    }
}
