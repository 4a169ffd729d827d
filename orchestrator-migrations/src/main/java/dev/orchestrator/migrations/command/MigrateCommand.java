package dev.orchestrator.migrations.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.evolution.MigrateProcesses;
import dev.orchestrator.evolution.MigrationError;
import dev.orchestrator.evolution.MigrationOptions;
import dev.orchestrator.evolution.MigrationProgress;
import dev.orchestrator.evolution.MigrationReport;
import dev.orchestrator.state.Json;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code processes migrate}: moves live processes from one version of a workflow to another. */
@Command(
        name = "migrate",
        description = {
            "Moves live processes from one version of their workflow to another by a state migration of this build, each in a",
            "transaction of its own. Workers may go on running. Run it again as often as you like: what is done is done."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:no process failed", "1:some processes could not be moved, or the database cannot be asked"})
final class MigrateCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    Target target;

    @ArgGroup
    Way way = new Way();

    @Option(names = "--dry-run", description = "Do everything but write.")
    boolean dryRun;

    @Option(names = "--only", paramLabel = "PROCESS", split = ",", description = "Look at these processes only.")
    Set<UUID> only = Set.of();

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            description = "Who is on record as having migrated (default: the user of this machine).",
            defaultValue = "${sys:user.name}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    String actor;

    @Option(names = "--json", description = "Print JSON for programs.")
    boolean json;

    /** What to run. */
    static final class Target {
        @Parameters(paramLabel = "NAME", description = "The state migration, as --list names it.")
        String name;

        @Option(names = "--list", description = "List the state migrations, and how many processes wait for each.")
        boolean list;
    }

    /** What to do instead of migrating. */
    static final class Way {
        @Option(names = "--prepare", description = "Only work out the new states and keep them to be looked at.")
        boolean prepare;

        @Option(
                names = "--back",
                description =
                        "Move those back, with their old state, that nobody has touched since they were migrated.")
        boolean back;
    }

    MigrateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        MigrateProcesses migrations = surroundings.migrations().get();
        PrintWriter out = spec.commandLine().getOut();
        if (target.list) {
            migrations.list().forEach(waiting -> out.println(json ? document(waiting) : line(waiting)));
            return ExitCode.OK;
        }
        MigrationReport report = run(migrations);
        out.println(json ? Json.write(document(report)) : sentence(report));
        return report.isOk() ? ExitCode.OK : ExitCode.FAILED;
    }

    private MigrationReport run(MigrateProcesses migrations) {
        MigrationOptions options = MigrationOptions.by(actor)
                .dryRun(dryRun)
                .only(only)
                .telling(new Told(spec.commandLine().getErr()));
        if (way.back) {
            return migrations.moveBack(target.name, options);
        }
        return way.prepare ? migrations.prepare(target.name, options) : migrations.migrate(target.name, options);
    }

    private String sentence(MigrationReport report) {
        String done = way.back ? "moved back" : way.prepare ? "prepared" : "migrated";
        return "%s: %d %s, %d skipped, %d failed%s"
                .formatted(
                        report.migration(),
                        report.migrated(),
                        (dryRun ? "would be " : "") + done,
                        report.skipped(),
                        report.failed(),
                        report.isOk() ? "" : "; those that failed stay where they are");
    }

    private static String line(MigrateProcesses.Waiting waiting) {
        return "%s: from %s to %s, %d processes"
                .formatted(
                        waiting.migration().name(),
                        waiting.migration().source().workflow(),
                        waiting.migration().target().workflow(),
                        waiting.processes());
    }

    private static String document(MigrateProcesses.Waiting waiting) {
        return Json.write(Json.object()
                .put("migration", waiting.migration().name())
                .put("source_workflow", waiting.migration().source().workflow().name())
                .put("source_version", waiting.migration().source().workflow().number())
                .put("target_workflow", waiting.migration().target().workflow().name())
                .put("target_version", waiting.migration().target().workflow().number())
                .put("processes", waiting.processes()));
    }

    private static ObjectNode document(MigrationReport report) {
        ObjectNode document = Json.object()
                .put("migration", report.migration())
                .put("dry_run", report.dryRun())
                .put("ok", report.isOk())
                .put("migrated", report.migrated())
                .put("skipped", report.skipped())
                .put("failed", report.failed());
        document.set("errors", Json.toTree(report.errors()));
        return document;
    }

    /** Progress and errors go where they don't disturb what programs read. */
    private record Told(PrintWriter err) implements MigrationProgress {
        @Override
        public void done(long processes, long ofAbout) {
            err.println("%d of %d".formatted(processes, ofAbout));
        }

        @Override
        public void failed(MigrationError error) {
            err.println("%s: %s: %s"
                    .formatted(error.processId(), error.phase().name().toLowerCase(Locale.ROOT), error.reason()));
        }
    }
}
