package org.example.supplierchange;

import dev.orchestrator.testkit.ChildProcess;
import dev.orchestrator.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The three programs of the example, as they are rolled out, over a database of their own. */
final class Programs implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final String LISTENING = "Listening on: ";

    final TestDatabase database = TestDatabase.create();
    private final List<ChildProcess> running = new ArrayList<>();

    /** Runs the migrations program, with the code that the settings leave it, to its end. */
    Outcome migrations(Map<String, String> settings, String... arguments) {
        try (ChildProcess migrations = start("migrations", List.of(arguments), settings)) {
            return new Outcome(migrations.awaitExit(START), String.join("\n", migrations.output()));
        }
    }

    ApiClient api(Map<String, String> settings) {
        ChildProcess api = service("api", settings);
        String line = api.awaitLine(LISTENING, START);
        return new ApiClient(
                line.substring(line.indexOf(LISTENING) + LISTENING.length()).strip());
    }

    /** A worker that has announced itself and looks for work. */
    Worker worker(Map<String, String> settings) {
        ChildProcess worker = service("worker", settings);
        String line =
                worker.awaitLine("workerId=", text -> text.contains("workerId=") && text.contains(" runs "), START);
        return new Worker(line.replaceFirst(".*workerId=(\\S+).*", "$1"), worker);
    }

    /** What a rollout does to all of them. */
    void terminateAll() {
        running.forEach(ChildProcess::terminate);
        running.forEach(program -> program.awaitExit(STOP));
        running.clear();
    }

    private ChildProcess service(String program, Map<String, String> settings) {
        ChildProcess service = start(program, List.of(), settings);
        running.add(service);
        return service;
    }

    private ChildProcess start(String program, List<String> arguments, Map<String, String> settings) {
        Path jar = Path.of(System.getProperty("supplier-change.folder"), program, "target/quarkus-app/quarkus-run.jar");
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.javaProgram(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString()));
        command.addAll(arguments);
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", "0"));
        environment.putAll(settings);
        return ChildProcess.start(command, environment);
    }

    @Override
    public void close() {
        running.forEach(ChildProcess::close);
        database.close();
    }

    /** What a program that ran to its end printed, and how it exited. */
    record Outcome(int exitCode, String output) {}

    /** A running worker and the name by which the database knows it. */
    record Worker(String name, ChildProcess program) {}
}
