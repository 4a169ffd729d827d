package dev.orchestrator.migrations.command;

import dev.orchestrator.migrations.HeadStatus;
import dev.orchestrator.migrations.HeadVersion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code db status}: compares database and code, for scripts that wait for an upgrade. */
@Command(
        name = "status",
        description = "Compares the database with the code and changes nothing.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the database is at both heads",
            "1:the database contradicts the code or cannot be asked",
            "3:the database is behind: run db upgrade heads"
        })
final class StatusCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "120",
            defaultValue = "0",
            description = "Wait until the database is at both heads, at most this long (default: ${FALLBACK-VALUE}), as"
                    + " an init container does.")
    int wait;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<HeadStatus> heads = new HeadsWait(surroundings.database(), wait).status();
        heads.forEach(this::print);
        if (heads.stream().anyMatch(head -> !head.violations().isEmpty())) {
            return ExitCode.FAILED;
        }
        return heads.stream().allMatch(HeadStatus::isUpToDate) ? ExitCode.OK : ExitCode.BEHIND;
    }

    private void print(HeadStatus status) {
        spec.commandLine()
                .getOut()
                .println("%s: database %s, code %s, %d to run"
                        .formatted(
                                status.head(),
                                version(status.database()),
                                version(status.code()),
                                status.pending().size()));
        status.violations().forEach(violation -> spec.commandLine().getErr().println("  " + violation));
    }

    private static String version(Optional<HeadVersion> version) {
        return version.map(HeadVersion::version).orElse("empty");
    }
}
