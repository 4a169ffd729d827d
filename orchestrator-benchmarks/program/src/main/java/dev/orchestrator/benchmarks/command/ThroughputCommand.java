package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.engine.ThroughputBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/** {@code benchmark throughput}: about four minutes. */
@Command(
        name = "throughput",
        mixinStandardHelpOptions = true,
        description =
                "Runs processes of no-op steps: checkpoints, processes and starts a second, beside single inserts.")
final class ThroughputCommand extends EngineCommand {
    @Override
    List<Figure> measure(Checkout checkout, int processes, int rounds, Consumer<String> progress) throws Exception {
        return new ThroughputBenchmark(checkout, processes, rounds, progress).run();
    }
}
