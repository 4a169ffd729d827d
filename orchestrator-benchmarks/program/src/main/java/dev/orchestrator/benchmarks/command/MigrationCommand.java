package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.evolution.MigrationBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark migration}: a minute or two. */
@Command(
        name = "migration",
        mixinStandardHelpOptions = true,
        description = "Moves living processes to another version of their workflow: time and memory.")
final class MigrationCommand extends BenchmarkCommand {
    private static final int MOST = 1_000_000;

    @Option(
            names = "--processes",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many processes to move (default: ${DEFAULT-VALUE}).")
    private int processes;

    @Override
    List<Figure> measure() throws Exception {
        require("--processes", processes, 1, MOST);
        return new MigrationBenchmark(Checkout.current(), processes, Output::progress).run();
    }
}
