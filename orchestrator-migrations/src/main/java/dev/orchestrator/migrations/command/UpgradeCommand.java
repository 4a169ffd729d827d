package dev.orchestrator.migrations.command;

import dev.orchestrator.evolution.Finding;
import dev.orchestrator.evolution.InFlightReport;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code db upgrade}: what each rollout runs first. */
@Command(
        name = "upgrade",
        description = "Brings the database to the newest version of both heads; safe to run by many at once and again.",
        mixinStandardHelpOptions = true)
final class UpgradeCommand implements Callable<Integer> {
    private static final String HEADS = "heads";

    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "VERSION",
            description = "How far: heads, the newest version of schema and data, or a data version, which the"
                    + " newest of the schema goes before.")
    String target;

    @Option(
            names = "--allow-stranded",
            paramLabel = "WORKFLOW",
            split = ",",
            description = "Roll out although live processes of these workflows do not fit this build.")
    Set<String> allowed = Set.of();

    UpgradeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Consumer<String> progress = spec.commandLine().getOut()::println;
        if (target.equals(HEADS)) {
            surroundings.database().run(progress);
            return checkInFlight(progress);
        }
        surroundings.database().runTo(checked(target), progress);
        return ExitCode.OK;
    }

    /** Behind the upgrade, for only now the database tells what this build reads. */
    private int checkInFlight(Consumer<String> progress) {
        InFlight inFlight = new InFlight(surroundings);
        if (!inFlight.hasWorkflows()) {
            return ExitCode.OK;
        }
        InFlightReport report = inFlight.check();
        List<Finding> stranded = report.stranded(allowed);
        if (report.processes() > 0) {
            progress.accept("processes: %d in flight, %s".formatted(report.processes(), becomesOf(report, stranded)));
        }
        new ReportLines(progress).printAdvice(report);
        if (stranded.isEmpty()) {
            return ExitCode.OK;
        }
        Consumer<String> refusal = spec.commandLine().getErr()::println;
        new ReportLines(refusal).printTable(stranded);
        refusal.accept(
                "The rollout of this build is refused; the one before may go on running. Change the workflows so that"
                        + " these processes fit, or accept that they stop: --allow-stranded "
                        + stranded.stream()
                                .map(finding -> finding.workflow().name())
                                .distinct()
                                .collect(Collectors.joining(",")));
        return ExitCode.FAILED;
    }

    private static String becomesOf(InFlightReport report, List<Finding> refused) {
        int lost = processes(refused);
        int accepted = processes(report.stranded(Set.of())) - lost;
        String those = lost == 0 ? "all others go on" : lost + " would be stranded by this build";
        if (accepted > 0) {
            return accepted + " will be stranded by this build, which is accepted; " + those;
        }
        return lost == 0 ? "all go on" : those;
    }

    private static int processes(List<Finding> findings) {
        return findings.stream().mapToInt(Finding::processes).sum();
    }

    private String checked(String version) {
        if (!version.matches("V?\\d+")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The version is 'heads' or the number of a data version, not '" + version + "'");
        }
        return version;
    }
}
