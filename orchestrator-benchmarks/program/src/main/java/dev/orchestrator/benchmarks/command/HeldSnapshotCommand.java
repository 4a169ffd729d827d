package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.engine.ComparisonBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code benchmark held-snapshot}: about a minute. */
@Command(
        name = "held-snapshot",
        mixinStandardHelpOptions = true,
        description = "Throughput while a transaction holds a snapshot open.")
final class HeldSnapshotCommand implements Callable<Integer> {
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
                        .heldSnapshot(),
                spec.commandLine().getOut());
        return 0;
    }
}
