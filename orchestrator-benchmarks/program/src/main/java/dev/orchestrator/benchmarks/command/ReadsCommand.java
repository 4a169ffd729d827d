package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.reads.ReadBenchmark;
import dev.orchestrator.benchmarks.report.Figure;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark reads}: about four minutes. */
@Command(
        name = "reads",
        mixinStandardHelpOptions = true,
        description = "Reads 20,000 subscriptions over GraphQL, over REST and in the JVM, against hand-written SQL.")
final class ReadsCommand extends BenchmarkCommand {
    private static final int LONGEST = 300;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "6",
            description =
                    "How long each side of each figure is measured, after warming up (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    List<Figure> measure() throws Exception {
        require("--seconds", seconds, 1, LONGEST);
        return new ReadBenchmark(Checkout.current(), Duration.ofSeconds(seconds), Output::progress).run();
    }
}
