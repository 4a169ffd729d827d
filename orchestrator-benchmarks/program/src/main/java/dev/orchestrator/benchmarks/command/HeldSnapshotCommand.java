package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.engine.ComparisonBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/** {@code benchmark held-snapshot}: about two minutes. */
@Command(
        name = "held-snapshot",
        mixinStandardHelpOptions = true,
        description = "Throughput while a transaction holds a snapshot open.")
final class HeldSnapshotCommand extends EngineCommand {
    @Override
    List<Figure> measure(Checkout checkout, int processes, int rounds, Consumer<String> progress) throws Exception {
        return new ComparisonBenchmark(checkout, processes, rounds, progress).heldSnapshot();
    }
}
