package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.measure.BenchmarkFailure;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: runs one benchmark, tells its progress on standard error and its figures on standard output. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "BENCHMARK",
        description = "Measures this build on this machine, against a limit that is measured in the same run.",
        subcommands = {
            ReadsCommand.class,
            StartupCommand.class,
            ThroughputCommand.class,
            ChaosCommand.class,
            MigrationCommand.class,
            CheckCommand.class,
            LatencyCommand.class,
            BacklogCommand.class,
            HeldSnapshotCommand.class,
            TwoWorkersCommand.class,
            RecoveryCommand.class,
            CrowdCommand.class,
            EnduranceCommand.class
        },
        footer = {"", "What is measured, how, and what came out: docs/benchmarks.md"})
public final class Benchmarks implements Runnable {
    @Spec
    private CommandSpec spec;

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(new PrintWriter(System.out, true, Charset.defaultCharset()))
                .execute(arguments));
    }

    static CommandLine commandLine(PrintWriter out) {
        return new CommandLine(new Benchmarks()).setOut(out).setExecutionExceptionHandler(Benchmarks::explain);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which benchmark?");
    }

    /** What is known to go wrong is told in its own words; anything else is a defect and shown whole. */
    private static int explain(Exception failure, CommandLine commandLine, CommandLine.ParseResult ignored)
            throws Exception {
        if (failure instanceof BenchmarkFailure) {
            commandLine.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
