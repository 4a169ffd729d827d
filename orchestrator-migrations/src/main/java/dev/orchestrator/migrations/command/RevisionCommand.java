package dev.orchestrator.migrations.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code db revision}: the next data version for a person to fill in. */
@Command(
        name = "revision",
        description = "Writes the two empty scripts of the next data version, for changes written by hand.",
        mixinStandardHelpOptions = true)
final class RevisionCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "MESSAGE", description = "What the version does; it becomes the name of the files.")
    String message;

    RevisionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        new WrittenVersion(surroundings.versionFolder(), spec.commandLine().getOut()).write(message);
        return ExitCode.OK;
    }
}
