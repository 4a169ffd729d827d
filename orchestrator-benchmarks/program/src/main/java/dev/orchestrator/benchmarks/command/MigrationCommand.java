package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.evolution.MigrationBenchmark;
import dev.orchestrator.benchmarks.machine.Checkout;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code benchmark migration}: a minute or two. */
@Command(
        name = "migration",
        mixinStandardHelpOptions = true,
        description = "Moves living processes to another version of their workflow: time and memory.")
final class MigrationCommand implements Callable<Integer> {
    private static final int MOST = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Output output;

    @Option(
            names = "--processes",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many processes to move (default: ${DEFAULT-VALUE}).")
    private int processes;

    @Override
    public Integer call() throws Exception {
        if (processes < 1 || processes > MOST) {
            throw new ParameterException(spec.commandLine(), "--processes has to be from 1 to " + MOST);
        }
        output.print(
                new MigrationBenchmark(Checkout.current(), processes, Output::progress).run(),
                spec.commandLine().getOut());
        return 0;
    }
}
