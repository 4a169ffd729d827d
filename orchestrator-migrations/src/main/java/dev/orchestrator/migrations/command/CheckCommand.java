package dev.orchestrator.migrations.command;

import dev.orchestrator.evolution.InFlightReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code processes check}: what a rollout of this build would do to live processes. */
@Command(
        name = "check",
        description = {
            "Lays each live process against the step lists of this build, without running anything, and tells which go on,",
            "which keep the old path of a patch, which need a state migration and which would be stranded."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all go on", "1:some would be stranded, or the database cannot be asked"})
final class CheckCommand implements Callable<Integer> {
    private final InFlight inFlight;

    @Spec
    CommandSpec spec;

    @Option(names = "--json", description = "Print JSON for programs instead of a table.")
    boolean json;

    CheckCommand(Surroundings surroundings) {
        this.inFlight = new InFlight(surroundings);
    }

    @Override
    public Integer call() {
        InFlightReport report = inFlight.check();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ReportJson.of(report));
        } else {
            new ReportLines(out::println).print(report);
        }
        return report.isOk() ? ExitCode.OK : ExitCode.FAILED;
    }
}
