package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.engine.ThroughputBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code benchmark throughput}: about two minutes. */
@Command(
        name = "throughput",
        mixinStandardHelpOptions = true,
        description =
                "Runs processes of no-op steps: checkpoints, processes and starts a second, beside single inserts.")
final class ThroughputCommand implements Callable<Integer> {
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
                new ThroughputBenchmark(Checkout.current(), size.processes(), size.rounds(), Output::progress).run(),
                spec.commandLine().getOut());
        return 0;
    }
}
