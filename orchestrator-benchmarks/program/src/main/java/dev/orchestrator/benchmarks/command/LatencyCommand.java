package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.engine.LatencyBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code benchmark latency}: about a minute. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = "From the call that starts a process to the start of its first step, 20 a second.")
final class LatencyCommand implements Callable<Integer> {
    private static final int FEWEST = 20;
    private static final int MOST = 100_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Output output;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "600",
            description = "How many processes are started, 20 a second (default: ${DEFAULT-VALUE}).")
    private int starts;

    @Override
    public Integer call() throws Exception {
        if (starts < FEWEST || starts > MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--starts has to be from " + FEWEST + " to " + MOST + ", not " + starts);
        }
        output.print(
                new LatencyBenchmark(Checkout.current(), starts, Output::progress).run(),
                spec.commandLine().getOut());
        return 0;
    }
}
