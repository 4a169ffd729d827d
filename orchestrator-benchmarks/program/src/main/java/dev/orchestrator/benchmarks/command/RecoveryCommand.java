package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.engine.RecoveryBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code benchmark recovery}: about a minute. */
@Command(
        name = "recovery",
        mixinStandardHelpOptions = true,
        description = "How soon 200 processes are done that lost their worker, or their database.")
final class RecoveryCommand extends BenchmarkCommand {
    @Override
    List<Figure> measure() throws Exception {
        return new RecoveryBenchmark(Checkout.current(), Output::progress).run();
    }
}
