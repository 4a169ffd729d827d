package dev.orchestrator.migrations.command;

import dev.orchestrator.migrations.DatabaseDowngrade;
import dev.orchestrator.migrations.DowngradeTarget;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code db downgrade}: back to an older data version. */
@Command(
        name = "downgrade",
        description = "Takes data versions back by their undo scripts, the newest first.",
        mixinStandardHelpOptions = true)
final class DowngradeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "VERSION",
            description = "The data version to be at afterwards; base for none, -1 for the one before.")
    String version;

    @Option(names = "--lose-data", description = "Delete what customers have where the undo scripts do so.")
    boolean loseData;

    DowngradeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        new DatabaseDowngrade(surroundings.settings())
                .run(new DowngradeTarget(version), loseData, spec.commandLine().getOut()::println);
        return ExitCode.OK;
    }
}
