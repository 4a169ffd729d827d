package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import dev.orchestrator.benchmarks.startup.StartupBenchmark;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code benchmark startup}: about a minute. */
@Command(
        name = "startup",
        mixinStandardHelpOptions = true,
        description = "Starts the services of the example as 'up' does: time until ready, and idle memory.")
final class StartupCommand extends BenchmarkCommand {
    @Override
    List<Figure> measure() throws Exception {
        return new StartupBenchmark(Checkout.current(), Output::progress).run();
    }
}
