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

/** The project's migrations program, which has its products and workflows, on the development database. */
record ProjectMigrations(Workspace workspace, Map<String, String> environment) {
    ProjectMigrations(Surroundings surroundings) {
        this(surroundings.workspace(), surroundings.environment());
    }

    /** Runs it in the foreground. Returns its exit code. */
    int run(List<String> group, List<String> arguments) {
        Project project = Project.in(folder(), List.of(Services.MIGRATIONS));
        workspace.prepare();
        try (DevelopmentDatabase database = DevelopmentDatabase.of(workspace, environment)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(database::close));
            return Foreground.run(command(project, group, arguments), settings(database, project));
        }
    }

    /** Of the project that is up, whichever it is, or else of this one. */
    private Path folder() {
        return UpLock.holder(workspace)
                .flatMap(launcher -> RunningStack.read(workspace))
                .map(RunningStack::project)
                .orElseGet(workspace::project);
    }

    private static List<String> command(Project project, List<String> group, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Program.JAVA, "-XX:TieredStopAtLevel=1", "-jar"));
        command.add(project.jar(Services.MIGRATIONS).toString());
        command.addAll(group);
        command.addAll(arguments);
        return command;
    }

    private static Map<String, String> settings(DevelopmentDatabase database, Project project) {
        Map<String, String> settings = new HashMap<>(database.access().environment());
        settings.put(Services.DATA_FOLDER, project.dataVersions().toString());
        return settings;
    }
}
