package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.engine.EnduranceBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.report.Figure;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark endurance}: an hour, unless told otherwise. */
@Command(
        name = "endurance",
        mixinStandardHelpOptions = true,
        description = "Throughput at the end of a long run at full speed, beside that at its beginning.")
final class EnduranceCommand extends BenchmarkCommand {
    private static final int LONGEST = 10_000;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long it runs (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Override
    List<Figure> measure() throws Exception {
        require("--minutes", minutes, 1, LONGEST);
        return new EnduranceBenchmark(Checkout.current(), Duration.ofMinutes(minutes), Output::progress).run();
    }
}
