package dev.orchestrator.launcher.command;

import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.program.Foreground;
import dev.orchestrator.launcher.program.Program;
import dev.orchestrator.launcher.program.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the project's migrations program, on the development database, with whatever it is asked. */
@Command(
        name = "db",
        description =
                "Compares, writes and upgrades the versions of the database; everything behind the word is handed on.")
final class DbCommand implements Callable<Integer>, HandsOnArguments {
    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "For the migrations, --help for instance.")
    private List<String> arguments = List.of();

    private final Workspace workspace;
    private final Map<String, String> environment;

    DbCommand(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
        this.environment = surroundings.environment();
    }

    @Override
    public Integer call() {
        Project project = Project.in(workspace.project(), List.of(Services.MIGRATIONS));
        workspace.prepare();
        try (DevelopmentDatabase database = DevelopmentDatabase.of(workspace, environment)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(database::close));
            return Foreground.run(command(project), settings(database, project));
        }
    }

    private List<String> command(Project project) {
        List<String> command = new ArrayList<>(List.of(Program.JAVA, "-XX:TieredStopAtLevel=1", "-jar"));
        command.add(project.jar(Services.MIGRATIONS).toString());
        command.add("db");
        command.addAll(arguments);
        return command;
    }

    private static Map<String, String> settings(DevelopmentDatabase database, Project project) {
        Map<String, String> settings = new HashMap<>(database.access().environment());
        Path versions = project.dataVersions();
        settings.put("ORCHESTRATOR_MIGRATIONS_DATA_FOLDER", versions.toString());
        return settings;
    }
}
