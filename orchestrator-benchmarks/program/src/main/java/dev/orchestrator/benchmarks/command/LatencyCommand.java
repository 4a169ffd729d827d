package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.engine.LatencyBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark latency}: about two minutes. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = "From the call that starts a process to the start of its first step, 20 a second.")
final class LatencyCommand extends BenchmarkCommand {
    private static final int FEWEST = 20;
    private static final int MOST = 100_000;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "600",
            description = "How many processes are started, 20 a second (default: ${DEFAULT-VALUE}).")
    private int starts;

    @Override
    List<Figure> measure() throws Exception {
        require("--starts", starts, FEWEST, MOST);
        return new LatencyBenchmark(Checkout.current(), starts, Output::progress).run();
    }
}
