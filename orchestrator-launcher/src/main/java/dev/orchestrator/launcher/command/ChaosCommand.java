package dev.orchestrator.launcher.command;

import java.util.List;
import picocli.CommandLine.Command;

/** Lets failures loose; a part of the benchmarks' program. */
@Command(
        name = "chaos",
        description =
                "Lets failures loose on workers and database while processes run, and counts what was lost or doubled.")
final class ChaosCommand extends BenchmarkCommand {
    ChaosCommand(Surroundings surroundings) {
        super(surroundings, List.of("chaos"));
    }
}
