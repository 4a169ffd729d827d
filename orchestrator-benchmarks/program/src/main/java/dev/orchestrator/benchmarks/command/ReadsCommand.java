package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.reads.ReadBenchmark;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code benchmark reads}: about a minute. */
@Command(
        name = "reads",
        mixinStandardHelpOptions = true,
        description = "Reads 20,000 subscriptions over GraphQL, over REST and in the JVM, against hand-written SQL.")
final class ReadsCommand implements Callable<Integer> {
    private static final int LONGEST = 300;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Output output;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "6",
            description =
                    "How long each side of each figure is measured, after warming up (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        if (seconds < 1 || seconds > LONGEST) {
            throw new ParameterException(spec.commandLine(), "--seconds has to be from 1 to " + LONGEST);
        }
        ReadBenchmark benchmark = new ReadBenchmark(Checkout.current(), Duration.ofSeconds(seconds), Output::progress);
        output.print(benchmark.run(), spec.commandLine().getOut());
        return 0;
    }
}
