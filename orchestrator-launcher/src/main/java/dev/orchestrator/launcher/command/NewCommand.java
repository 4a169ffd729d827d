package dev.orchestrator.launcher.command;

import dev.orchestrator.generator.project.NewProject;
import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an own project that is built from this checkout's libraries. */
@Command(name = "new", description = "Makes an orchestrator of your own: a Maven project in a Git repository.")
final class NewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Missing or empty; its name becomes the project's.")
    private Path folder;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The Java package of the project's code (default: the project's name without dashes).")
    private Optional<String> packageName = Optional.empty();

    private final Workspace workspace;
    private final Screen screen;

    NewCommand(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
        this.screen = surroundings.screen();
    }

    @Override
    public Integer call() {
        new NewProject(workspace.root(), Launcher.version()).create(folder, packageName);
        screen.say("""
                Made %s. Go on there:

                  cd %s
                  ./orchestrator up        # builds and runs it
                  ./mvnw verify            # builds and tests it
                """.formatted(folder.getFileName(), folder));
        return 0;
    }
}
