package dev.orchestrator.launcher.command;

import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks, which start what they measure, and their database, themselves. */
@Command(
        name = "benchmark",
        description = "Runs the benchmarks on a PostgreSQL of their own; everything behind the word is handed to them.")
final class BenchmarkCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "For the benchmarks, --help for instance.")
    private List<String> arguments = List.of();

    private final Workspace workspace;

    BenchmarkCommand(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorchestrator.root=" + workspace.root(),
                "-jar",
                program().toString()));
        command.addAll(arguments);
        java.lang.Process benchmarks = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(benchmarks)));
        return benchmarks.waitFor();
    }

    /** What they have started ends with them, so they get the time for that. */
    private static void end(java.lang.Process benchmarks) {
        benchmarks.destroy();
        try {
            benchmarks.waitFor();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private Path program() {
        Path jar = workspace.root().resolve("orchestrator-benchmarks/program/target/orchestrator-benchmarks.jar");
        if (!Files.exists(jar)) {
            throw new LauncherException(
                    "The benchmarks are not built. Build them with ./mvnw -DskipTests package; expected " + jar + ".");
        }
        return jar;
    }
}
