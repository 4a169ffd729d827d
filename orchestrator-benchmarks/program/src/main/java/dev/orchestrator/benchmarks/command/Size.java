package dev.orchestrator.benchmarks.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How much the benchmarks of the engine run; less is quicker and says less. */
final class Size {
    private static final int FEWEST = 100;
    private static final int MOST = 1_000_000;
    private static final int MOST_ROUNDS = 1_000;

    @Option(
            names = "--processes",
            paramLabel = "N",
            defaultValue = "20000",
            description = "How many processes each round runs (default: ${DEFAULT-VALUE}).")
    private int processes;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each figure is measured; it is the median (default: ${DEFAULT-VALUE}).")
    private int rounds;

    int processes() {
        return processes;
    }

    int rounds() {
        return rounds;
    }

    void check(CommandSpec spec) {
        if (processes < FEWEST || processes > MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--processes has to be from " + FEWEST + " to " + MOST + ", not " + processes);
        }
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new ParameterException(
                    spec.commandLine(), "--rounds has to be from 1 to " + MOST_ROUNDS + ", not " + rounds);
        }
    }
}
