package dev.orchestrator.launcher.command;

import dev.orchestrator.launcher.database.DatabaseAccess;
import dev.orchestrator.launcher.program.LocalPort;
import dev.orchestrator.launcher.program.Program;
import dev.orchestrator.launcher.program.Project;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The services of a project, as programs that find their database and address in their environment. */
record Services(Project project, DatabaseAccess database) {
    static final String API = "api";
    static final String MIGRATIONS = "migrations";
    static final List<String> ALL = List.of(MIGRATIONS, API, "worker");

    /** Has the migrations take the data versions as they are now and not as they were built, so that a new one needs no new build. */
    static final String DATA_FOLDER = "ORCHESTRATOR_MIGRATIONS_DATA_FOLDER";

    private static final Duration API_GRACE = Duration.ofSeconds(30);
    private static final Duration WORKER_GRACE = Duration.ofSeconds(30);

    Program migrations() {
        Map<String, String> environment = new HashMap<>(database.environment());
        if (Files.isDirectory(project.dataVersions())) {
            environment.put(DATA_FOLDER, project.dataVersions().toString());
        }
        return new Program(
                MIGRATIONS,
                project.jar(MIGRATIONS),
                List.of("db", "upgrade", "heads"),
                environment,
                Optional.empty(),
                API_GRACE,
                false);
    }

    Program api(int port) {
        return server(API, API, port, API_GRACE);
    }

    List<Program> workers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> server("worker-" + number, "worker", LocalPort.free(), WORKER_GRACE))
                .toList();
    }

    private Program server(String name, String service, int port, Duration grace) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("QUARKUS_BANNER_ENABLED", "false");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // Who develops may see the insides.
        environment.put("ORCHESTRATOR_API_STACKS_VISIBLE", "true");
        return new Program(
                name, project.jar(service), List.of(), environment, Optional.of(port), grace, !service.equals(API));
    }
}
