package dev.orchestrator.migrations.command;

import dev.orchestrator.migrations.HeadStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code db heads}: the newest version of each head in the code, for people. */
@Command(
        name = "heads",
        description = "Shows the newest version that the code brings for each head, and the scripts still to run.",
        mixinStandardHelpOptions = true)
final class HeadsCommand implements Callable<Integer> {
    private final DatabaseConnector connector;

    @Spec
    CommandSpec spec;

    HeadsCommand(DatabaseConnector connector) {
        this.connector = connector;
    }

    @Override
    public Integer call() {
        for (HeadStatus status : connector.database().status()) {
            print(status.head() + ": " + status.code().map("version "::concat).orElse("no scripts"));
            status.pending().forEach(script -> print("  to run: " + script));
        }
        return ExitCode.OK;
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }
}
