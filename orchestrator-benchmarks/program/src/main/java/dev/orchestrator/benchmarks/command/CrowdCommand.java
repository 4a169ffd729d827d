package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.engine.CrowdBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code benchmark crowd}: about two minutes. */
@Command(
        name = "crowd",
        mixinStandardHelpOptions = true,
        description = "What 1,000 processes in a step and 10,000 sleeping ones cost a worker.")
final class CrowdCommand extends BenchmarkCommand {
    @Override
    List<Figure> measure() throws Exception {
        return new CrowdBenchmark(Checkout.current(), Output::progress).run();
    }
}
