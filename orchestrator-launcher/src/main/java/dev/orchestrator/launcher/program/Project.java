package dev.orchestrator.launcher.program;

import dev.orchestrator.launcher.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An orchestrator's services as Maven leaves them: {@code <project>/<service>/target/quarkus-app/quarkus-run.jar}. */
public record Project(Path folder) {
    /** Fails unless the services are there. */
    public static Project in(Path folder, List<String> services) {
        if (!Files.isDirectory(folder)) {
            throw new LauncherException("There is no project folder " + folder + ".");
        }
        Project project = new Project(folder);
        List<String> missing = services.stream()
                .filter(service -> !Files.exists(project.jar(service)))
                .toList();
        if (!missing.isEmpty()) {
            throw new LauncherException("Not built yet in " + folder + ": " + String.join(", ", missing)
                    + ". Build with ./mvnw -DskipTests package; expected " + project.jar(missing.getFirst()) + ".");
        }
        return project;
    }

    /** Where the operator's data versions are written, to be part of the next build. */
    public Path dataVersions() {
        return folder.resolve("domain/src/main/resources/orchestrator/data");
    }

    /** The services of this checkout itself carry its name before theirs. */
    public Path jar(String service) {
        Path own = folder.resolve("orchestrator-" + service);
        Path module = Files.isDirectory(own) ? own : folder.resolve(service);
        return module.resolve("target/quarkus-app/quarkus-run.jar");
    }
}
