package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.report.Figure;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One benchmark on the command line: refuses options that are of no use, measures, and prints what came out. */
abstract class BenchmarkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Output output;

    @Override
    public final Integer call() throws Exception {
        output.print(measure(), spec.commandLine().getOut());
        return 0;
    }

    /** Checks the options first, for a run takes minutes. */
    abstract List<Figure> measure() throws Exception;

    final void require(String option, int value, int fewest, int most) {
        if (value < fewest || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " has to be from " + fewest + " to " + most + ", not " + value);
        }
    }
}
