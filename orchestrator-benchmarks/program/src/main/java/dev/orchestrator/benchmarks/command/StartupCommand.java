package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.machine.Checkout;
import dev.orchestrator.benchmarks.startup.StartupBenchmark;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code benchmark startup}: about a minute. */
@Command(
        name = "startup",
        mixinStandardHelpOptions = true,
        description = "Starts the services of the example as 'up' does: time until ready, and idle memory.")
final class StartupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws Exception {
        output.print(
                new StartupBenchmark(Checkout.current(), Output::progress).run(),
                spec.commandLine().getOut());
        return 0;
    }
}
