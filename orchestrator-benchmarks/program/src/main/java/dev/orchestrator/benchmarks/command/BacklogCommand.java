package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.engine.ComparisonBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code benchmark backlog}: some minutes. */
@Command(
        name = "backlog",
        mixinStandardHelpOptions = true,
        description = "Throughput beside a million rows that may not run, under 50 keys.")
final class BacklogCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Output output;

    @Mixin
    private Size size;

    @Override
    public Integer call() throws Exception {
        size.check(spec);
        output.print(
                new ComparisonBenchmark(Checkout.current(), size.processes(), size.rounds(), Output::progress)
                        .backlog(),
                spec.commandLine().getOut());
        return 0;
    }
}
