package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** A benchmark of the engine, in rounds of so many processes; less is quicker and says less. */
abstract class EngineCommand extends BenchmarkCommand {
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

    @Override
    final List<Figure> measure() throws Exception {
        require("--processes", processes, FEWEST, MOST);
        require("--rounds", rounds, 1, MOST_ROUNDS);
        return measure(Checkout.current(), processes, rounds, Output::progress);
    }

    abstract List<Figure> measure(Checkout checkout, int processes, int rounds, Consumer<String> progress)
            throws Exception;
}
