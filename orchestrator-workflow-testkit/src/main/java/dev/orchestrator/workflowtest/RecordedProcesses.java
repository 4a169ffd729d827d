package dev.orchestrator.workflowtest;

import dev.orchestrator.evolution.Finding;
import dev.orchestrator.evolution.InFlightCheck;
import dev.orchestrator.evolution.InFlightReport;
import dev.orchestrator.evolution.ProcessShape;
import dev.orchestrator.state.Json;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The histories of live processes, as {@code processes export} has written them, to be replayed against code that is to come. */
public final class RecordedProcesses {
    private final List<ProcessShape> shapes;

    private RecordedProcesses(List<ProcessShape> shapes) {
        this.shapes = shapes;
    }

    public static RecordedProcesses in(Path file) {
        try (var lines = Files.lines(file)) {
            return new RecordedProcesses(lines.filter(line -> !line.isBlank())
                    .map(line -> Json.read(line, ProcessShape.class))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The recorded processes can't be read from " + file, e);
        }
    }

    /** What would become of them under these workflows; those of other workflows are left aside. */
    public InFlightReport replayedOn(Workflow... workflows) {
        Set<String> names = List.of(workflows).stream().map(Workflow::name).collect(Collectors.toSet());
        return new InFlightCheck(new WorkflowRegistry(List.of(workflows)), version -> Optional.empty())
                .of(shapes.stream()
                        .filter(shape -> names.contains(shape.workflow().name()))
                        .toList());
    }

    /**
     * Fails unless all recorded processes of these workflows would go on.
     *
     * @throws AssertionError that lists which would not, and why
     */
    public void assertNoneStrandedBy(Workflow... workflows) {
        List<Finding> stranded = replayedOn(workflows).stranded(Set.of());
        if (!stranded.isEmpty()) {
            throw new AssertionError("Live processes would be stranded:\n"
                    + stranded.stream().map(RecordedProcesses::line).collect(Collectors.joining("\n")));
        }
    }

    private static String line(Finding finding) {
        return "  %d at step '%s' of %s, such as %s: %s"
                .formatted(
                        finding.processes(), finding.step(), finding.workflow(), finding.example(), finding.reason());
    }
}
