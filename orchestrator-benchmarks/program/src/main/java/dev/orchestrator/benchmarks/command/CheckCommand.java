package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.evolution.CheckBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark check}: half a minute. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Lays many live processes against the build, as the program that does it: time and memory.")
final class CheckCommand extends BenchmarkCommand {
    private static final int MOST = 1_000_000;

    @Option(
            names = "--processes",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many processes are alive (default: ${DEFAULT-VALUE}).")
    private int processes;

    @Override
    List<Figure> measure() throws Exception {
        require("--processes", processes, 1, MOST);
        return new CheckBenchmark(Checkout.current(), processes, Output::progress).run();
    }
}
