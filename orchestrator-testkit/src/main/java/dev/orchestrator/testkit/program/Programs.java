package dev.orchestrator.testkit.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.testkit.ChildProcess;
import dev.orchestrator.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The three programs of an orchestrator, as they are rolled out, over a database of their own. */
public final class Programs implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final String LISTENING = "Listening on: ";

    private final Path folder;
    private final TestDatabase database = TestDatabase.create();
    private final List<ChildProcess> running = new ArrayList<>();

    /** @param folder has the packaged modules {@code migrations}, {@code api} and {@code worker} */
    public Programs(Path folder) {
        this.folder = folder;
    }

    public TestDatabase database() {
        return database;
    }

    /** Brings the database to both heads. */
    public void migrate() {
        Outcome outcome = migrations(Map.of(), "db", "upgrade", "heads");
        assertThat(outcome.exitCode()).as("exit code of: %s", outcome.output()).isZero();
    }

    /** Runs a command of the migrations program to its end, with settings by their environment variables. */
    public Outcome migrations(Map<String, String> settings, String... arguments) {
        try (ChildProcess migrations = start("migrations", List.of(arguments), settings)) {
            String output = String.join("\n", migrations.awaitOutput(START));
            return new Outcome(migrations.awaitExit(STOP), output);
        }
    }

    /** A command of the migrations program that may run beside others. */
    public ChildProcess command(String... arguments) {
        return command(Map.of(), arguments);
    }

    public ChildProcess command(Map<String, String> settings, String... arguments) {
        return keep(start("migrations", List.of(arguments), settings));
    }

    public ApiClient api() {
        return api(Map.of());
    }

    /** An API that listens. */
    public ApiClient api(Map<String, String> settings) {
        String line = service("api", settings).awaitLine(LISTENING, START);
        return new ApiClient(
                line.substring(line.indexOf(LISTENING) + LISTENING.length()).strip());
    }

    public Worker worker() {
        return worker(Map.of());
    }

    /** A worker that has announced itself and looks for work. */
    public Worker worker(Map<String, String> settings) {
        ChildProcess worker = service("worker", settings);
        String line =
                worker.awaitLine("workerId=", text -> text.contains("workerId=") && text.contains(" runs "), START);
        return new Worker(line.replaceFirst(".*workerId=(\\S+).*", "$1"), worker);
    }

    /** What a rollout does to all of them. */
    public void terminateAll() {
        running.stream().filter(ChildProcess::isAlive).forEach(ChildProcess::terminate);
        running.forEach(program -> program.awaitExit(STOP));
        running.clear();
    }

    private ChildProcess service(String program, Map<String, String> settings) {
        return keep(start(program, List.of(), settings));
    }

    private ChildProcess keep(ChildProcess program) {
        running.add(program);
        return program;
    }

    /** The archive of loaded classes, which the JVM makes and renews by itself, halves the processor time of every start but the first. */
    private ChildProcess start(String program, List<String> arguments, Map<String, String> settings) {
        Path target = folder.resolve(program).resolve("target");
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.javaProgram(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + target.resolve("end-to-end.jsa"),
                "-jar",
                target.resolve("quarkus-app/quarkus-run.jar").toString()));
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
    public record Outcome(int exitCode, String output) {}

    /** A running worker and the name by which the database knows it. */
    public record Worker(String name, ChildProcess program) {}
}
