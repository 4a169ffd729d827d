package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.engine.ComparisonBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/** {@code benchmark two-workers}: about two minutes. */
@Command(
        name = "two-workers",
        mixinStandardHelpOptions = true,
        description = "Throughput of two workers side by side, beside that of one alone.")
final class TwoWorkersCommand extends EngineCommand {
    @Override
    List<Figure> measure(Checkout checkout, int processes, int rounds, Consumer<String> progress) throws Exception {
        return new ComparisonBenchmark(checkout, processes, rounds, progress).twoWorkers();
    }
}
