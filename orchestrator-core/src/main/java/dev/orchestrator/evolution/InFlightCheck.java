package dev.orchestrator.evolution;

import dev.orchestrator.process.NextStep;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.StepCursor;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import dev.orchestrator.workflow.WorkflowVersion;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays live processes against the step lists of this program, without running anything.
 *
 * <p>It asks the same rules as the engine. What it can't know is the state: a condition that was not yet asked is taken to hold.
 */
public final class InFlightCheck {
    private final WorkflowRegistry workflows;
    private final Function<WorkflowVersion, Optional<String>> migrations;

    /**
     * Lays processes against these workflows.
     *
     * @param migrations the name of the state migration that leads away from a version, if the program has one
     */
    public InFlightCheck(WorkflowRegistry workflows, Function<WorkflowVersion, Optional<String>> migrations) {
        this.workflows = workflows;
        this.migrations = migrations;
    }

    /** The statuses of what has not ended. */
    public static Set<ProcessStatus> liveStatuses() {
        return Arrays.stream(ProcessStatus.values())
                .filter(status -> !status.isFinal())
                .collect(Collectors.toSet());
    }

    public InFlightReport of(List<ProcessShape> shapes) {
        Map<Object, Finding> findings = new LinkedHashMap<>();
        for (ProcessShape shape : shapes) {
            Finding finding = workflows
                    .steps(shape.workflow())
                    .map(steps -> finding(shape, steps))
                    .orElseGet(() -> withoutSteps(shape));
            findings.merge(finding.kind(), finding, Finding::and);
        }
        return new InFlightReport(List.copyOf(findings.values()), patches(shapes), versionsWithoutProcesses(shapes));
    }

    private static Finding finding(ProcessShape shape, StepList steps) {
        StepCursor.Position position = StepCursor.position(steps, shape.trail());
        return switch (position.next()) {
            case NextStep.Misfit misfit -> finding(shape, shape.newest(), Fate.BLOCKED, misfit.reason());
            case NextStep.Run run -> continues(shape, run.key(), position);
            case NextStep.Skip skip -> continues(shape, skip.key(), position);
            case NextStep.Mark mark -> continues(shape, mark.key(), position);
            case NextStep.Finished ignored -> continues(shape, "done", position);
        };
    }

    private static Finding continues(ProcessShape shape, String step, StepCursor.Position position) {
        return position.oldPaths().isEmpty()
                ? finding(shape, step, Fate.CONTINUES, "")
                : finding(
                        shape,
                        step,
                        Fate.CONTINUES_ON_OLD_PATH,
                        "on the old path of patch " + String.join(", ", position.oldPaths()));
    }

    private Finding withoutSteps(ProcessShape shape) {
        String missing = workflows.whyMissing(shape.workflow());
        return migrations
                .apply(shape.workflow())
                .map(migration -> finding(
                        shape,
                        shape.newest(),
                        Fate.NEEDS_MIGRATION,
                        missing + "; state migration '" + migration + "' leads away from it: run processes migrate "
                                + migration))
                .orElseGet(() -> finding(
                        shape,
                        shape.newest(),
                        Fate.BLOCKED,
                        missing + ", and no state migration leads away from it: bring it back or write one"));
    }

    private static Finding finding(ProcessShape shape, String step, Fate fate, String reason) {
        return new Finding(shape.workflow(), step, fate, reason, shape.processes(), shape.example());
    }

    private List<PatchAdvice> patches(List<ProcessShape> shapes) {
        return workflows.versions().stream()
                .flatMap(version -> patchesIn(
                                workflows.steps(version).orElseThrow().steps())
                        .map(patch -> new PatchAdvice(
                                version,
                                patch.patch(),
                                patch.isDeprecated(),
                                needing(
                                        patch,
                                        shapes.stream()
                                                .filter(shape ->
                                                        shape.workflow().equals(version))
                                                .toList()))))
                .distinct()
                .toList();
    }

    private int needing(Step.Patch patch, Collection<ProcessShape> shapes) {
        return shapes.stream()
                .filter(shape -> patch.isDeprecated() ? isMarked(shape, patch) : isOnOldPath(shape, patch))
                .mapToInt(ProcessShape::processes)
                .sum();
    }

    private static boolean isMarked(ProcessShape shape, Step.Patch patch) {
        return shape.steps().stream()
                .anyMatch(step -> lastPart(step.substring(1)).equals(patch.id()));
    }

    private boolean isOnOldPath(ProcessShape shape, Step.Patch patch) {
        StepList steps = workflows.steps(shape.workflow()).orElseThrow();
        return StepCursor.position(steps, shape.trail()).oldPaths().stream()
                .anyMatch(path -> lastPart(path).equals(patch.patch()));
    }

    private static String lastPart(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static Stream<Step.Patch> patchesIn(List<Step> steps) {
        return steps.stream()
                .map(StepList::unconditional)
                .flatMap(step -> step instanceof Step.Patch patch
                        ? Stream.concat(Stream.of(patch), patchesIn(patch.allSteps()))
                        : patchesIn(step.parts()));
    }

    private List<WorkflowVersion> versionsWithoutProcesses(List<ProcessShape> shapes) {
        Set<WorkflowVersion> needed =
                shapes.stream().map(ProcessShape::workflow).collect(Collectors.toSet());
        workflows.names().stream().map(workflows::get).map(Workflow::identity).forEach(needed::add);
        return workflows.versions().stream()
                .filter(version -> !needed.contains(version))
                .toList();
    }
}
