package dev.orchestrator.launcher.command;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.embedded.RunningPostgres;
import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.database.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks against a PostgreSQL of their own, which writes through to the disk as one in production does. */
@Command(
        name = "benchmark",
        description = "Runs the benchmarks on a PostgreSQL of their own; everything behind the word is handed to them.")
final class BenchmarkCommand implements Callable<Integer> {
    private static final String MAIN_CLASS = "dev.orchestrator.benchmarks.Benchmarks";
    private static final String DATABASE = "benchmarks";

    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "For the benchmarks, --help for instance.")
    private List<String> arguments = List.of();

    private final Workspace workspace;
    private final Screen screen;

    BenchmarkCommand(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
        this.screen = surroundings.screen();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> program = program();
        workspace.prepare();
        RunningPostgres server = EmbeddedPostgres.in(workspace.folder().resolve("benchmark"))
                .binariesIn(workspace.postgres().resolve("binaries"))
                .start();
        Thread stop = Thread.ofPlatform().name("stop").unstarted(server::stop);
        Runtime.getRuntime().addShutdownHook(stop);
        server.createDatabase(DATABASE);
        screen.say("PostgreSQL runs on port " + server.port() + " for the benchmarks");
        try {
            return run(program, DatabaseAccess.of(server, DATABASE));
        } finally {
            server.stop();
        }
    }

    private int run(List<String> program, DatabaseAccess database) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workspace.root().toFile()).inheritIO();
        builder.environment().putAll(database.environment());
        return builder.start().waitFor();
    }

    private List<String> program() throws IOException {
        Path target = workspace.root().resolve("orchestrator-benchmarks/target");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path service = target.resolve("quarkus-app/quarkus-run.jar");
        if (Files.exists(service)) {
            return List.of(java, "-jar", service.toString());
        }
        return List.of(java, "-cp", jar(target) + ":" + target.resolve("lib") + "/*", MAIN_CLASS);
    }

    private static Path jar(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            try (var jars = Files.newDirectoryStream(target, "orchestrator-benchmarks*.jar")) {
                for (Path jar : jars) {
                    if (!jar.toString().endsWith("-sources.jar")) {
                        return jar;
                    }
                }
            }
        }
        throw new LauncherException(
                "The benchmarks are not built. Build them with ./mvnw -DskipTests package; expected a jar in " + target
                        + ".");
    }
}
