package dev.orchestrator.launcher.command;

import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.program.Foreground;
import dev.orchestrator.launcher.program.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks, which start what they measure, and their database, themselves. */
@Command(
        name = "benchmark",
        description = "Runs the benchmarks on a PostgreSQL of their own; everything behind the word is handed to them.")
class BenchmarkCommand implements Callable<Integer>, HandsOnArguments {
    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "For the benchmarks, --help for instance.")
    private List<String> arguments = List.of();

    private final Workspace workspace;
    private final List<String> words;

    BenchmarkCommand(Surroundings surroundings) {
        this(surroundings, List.of());
    }

    /** The words stand before what is handed on. */
    BenchmarkCommand(Surroundings surroundings, List<String> words) {
        this.workspace = surroundings.workspace();
        this.words = words;
    }

    @Override
    public final Integer call() {
        List<String> command = new ArrayList<>(List.of(
                Program.JAVA,
                "-Dorchestrator.root=" + workspace.root(),
                "-jar",
                program().toString()));
        command.addAll(words);
        command.addAll(arguments);
        return Foreground.run(command, Map.of());
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
