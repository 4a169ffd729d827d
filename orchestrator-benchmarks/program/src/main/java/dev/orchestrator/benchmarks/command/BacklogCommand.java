package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.engine.ComparisonBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/** {@code benchmark backlog}: some minutes. */
@Command(
        name = "backlog",
        mixinStandardHelpOptions = true,
        description = "Throughput beside a million rows that may not run, under 50 keys.")
final class BacklogCommand extends EngineCommand {
    @Override
    List<Figure> measure(Checkout checkout, int processes, int rounds, Consumer<String> progress) throws Exception {
        return new ComparisonBenchmark(checkout, processes, rounds, progress).backlog();
    }
}
