package dev.orchestrator.migrations.command;

import dev.orchestrator.migrations.VersionFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code db init}: the folder of data versions, and the first of them. */
@Command(
        name = "init",
        description = "Makes the folder of data versions with the data head; refuses when there are versions already.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        VersionFolder.Written dataHead = surroundings.versionFolder().init();
        spec.commandLine().getOut().println("Created the data head " + dataHead.upgrade());
        return ExitCode.OK;
    }
}
