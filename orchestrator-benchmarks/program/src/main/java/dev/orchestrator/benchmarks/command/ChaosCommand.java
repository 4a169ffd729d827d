package dev.orchestrator.benchmarks.command;

import dev.orchestrator.benchmarks.chaos.ChaosReport;
import dev.orchestrator.benchmarks.chaos.ChaosRun;
import dev.orchestrator.benchmarks.machine.Checkout;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chaos}: as long as wanted. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description =
                "Kills, freezes and replaces workers, crashes the database and cuts its connections while processes run, "
                        + "and counts what was lost or doubled.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing was lost, doubled, stranded or failed wrongly", "1:something was"})
final class ChaosCommand implements Callable<Integer> {
    private static final int LONGEST_MINUTES = 24 * 60;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "5",
            description = "How long to inject (default: ${DEFAULT-VALUE}); Enter ends it earlier.")
    private double minutes;

    @Option(names = "--seed", paramLabel = "S", description = "The order of the faults; printed when it is not given.")
    private Long seed;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many workers run (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--processes",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many processes are kept under way (default: ${DEFAULT-VALUE}).")
    private int processes;

    @Override
    public Integer call() throws Exception {
        requireBounds();
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
        Output.progress("Seed " + chosen + "; Enter ends the run after the fault that is under way");
        AtomicReference<Runnable> stopper = new AtomicReference<>(() -> {});
        Thread.ofPlatform().daemon().name("enter").start(() -> stopAtEnter(stopper));
        ChaosReport report = new ChaosRun(Checkout.current(), chosen, workers, processes, Output::progress)
                .forAsLongAs(Duration.ofMillis((long) (minutes * 60_000)), stopper);
        print(report, spec.commandLine().getOut());
        return report.isClean() ? 0 : 1;
    }

    private void requireBounds() {
        if (!(minutes > 0 && minutes <= LONGEST_MINUTES)
                || workers < 1
                || workers > 16
                || processes < 1
                || processes > 10_000) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected minutes from 0 to " + LONGEST_MINUTES + ", 1 to 16 workers and 1 to 10000 processes");
        }
    }

    /** A closed standard input is no wish to stop. */
    private static void stopAtEnter(AtomicReference<Runnable> stopper) {
        try {
            if (System.in.read() >= 0) {
                stopper.get().run();
            }
        } catch (IOException unreadable) {
            Output.progress("Standard input cannot be read, so the run ends when its time is over");
        }
    }

    private static void print(ChaosReport report, PrintWriter out) {
        line(out, "processes", report.processes());
        line(out, "steps", report.steps());
        line(out, "poisons", report.poisons());
        report.faults().forEach((fault, times) -> line(out, "  " + fault.words(), times));
        line(out, "lost", report.lost());
        line(out, "doubled", report.doubled());
        line(out, "stranded", report.stranded());
        line(out, "wrongly ended", report.wronglyEnded());
        line(out, "repeated outside under the same key", report.repeated());
        line(out, "slowest recovery, seconds", report.slowestRecovery().toMillis() / 1e3);
        report.findings().forEach((finding, times) -> out.println(times + " × " + finding));
        out.flush();
    }

    private static void line(PrintWriter out, String name, Object value) {
        out.printf(Locale.ROOT, "%-38s %s%n", name, value);
    }
}
