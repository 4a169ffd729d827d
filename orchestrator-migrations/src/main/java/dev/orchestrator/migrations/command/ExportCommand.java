package dev.orchestrator.migrations.command;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.evolution.ProcessShape;
import dev.orchestrator.state.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code processes export}: what authors replay against their code in a unit test. */
@Command(
        name = "export",
        description = {
            "Writes the recorded histories of live processes, one line of JSON for those that are alike, for unit tests to replay.",
            "Only steps are in it, no states."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final InFlight inFlight;

    @Spec
    CommandSpec spec;

    @Option(names = "--workflow", paramLabel = "NAME", description = "Only of this workflow.")
    Optional<String> workflow = Optional.empty();

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write to (default: the screen).")
    Optional<Path> output = Optional.empty();

    ExportCommand(Surroundings surroundings) {
        this.inFlight = new InFlight(surroundings);
    }

    @Override
    public Integer call() {
        List<ProcessShape> shapes = inFlight.shapes().stream()
                .filter(shape -> workflow.map(shape.workflow().name()::equals).orElse(true))
                .toList();
        List<String> lines =
                shapes.stream().map(shape -> Json.write(Json.toTree(shape))).toList();
        Consumer<String> out = spec.commandLine().getOut()::println;
        if (output.isEmpty()) {
            lines.forEach(out);
            return ExitCode.OK;
        }
        write(output.get(), lines);
        out.accept("Wrote %d histories of %d processes to %s"
                .formatted(
                        lines.size(),
                        shapes.stream().mapToInt(ProcessShape::processes).sum(),
                        output.get()));
        return ExitCode.OK;
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException failure) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT, "Cannot write to " + file + ": " + failure.getMessage(), failure);
        }
    }
}
