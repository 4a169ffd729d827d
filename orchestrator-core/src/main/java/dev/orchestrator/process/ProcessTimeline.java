package dev.orchestrator.process;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The steps of a process as people see them: those of its record, then those to come.
 *
 * <p>The steps of a group, and those of parallel branches, are shown as one. The step at which a process stands is in both parts.
 */
public final class ProcessTimeline {
    /**
     * One line of the timeline. Of a step to come only the name is known; the rest is null.
     *
     * @param state the state after the step
     * @param delta what the step added or changed
     */
    public record Line(
            UUID stepId,
            String name,
            StepStatus status,
            String createdBy,
            Instant started,
            Instant completed,
            State state,
            State delta) {
        static Line pending(String name) {
            return new Line(null, name, StepStatus.PENDING, null, null, null, null, null);
        }
    }

    private ProcessTimeline() {}

    /**
     * The timeline of a process.
     *
     * @param steps the workflow's steps; without them, for a workflow that this program lacks, nothing to come is shown
     */
    public static List<Line> of(ProcessRecord record, Optional<StepList> steps) {
        List<Line> lines = new ArrayList<>(executed(record, steps));
        if (!record.process().status().isFinal()) {
            steps.ifPresent(list -> lines.addAll(toCome(record, list)));
        }
        return lines;
    }

    private static List<Line> executed(ProcessRecord record, Optional<StepList> steps) {
        List<Line> lines = new ArrayList<>();
        State state = State.empty();
        String groupOfLast = null;
        for (ProcessStep step : record.steps()) {
            State after = step.isWhole() ? step.changes() : state.merge(StepError.shown(step));
            String group = groupOf(step.key(), groupOfLast);
            boolean sameGroup = group != null && group.equals(groupOfLast);
            Line line = sameGroup
                    ? extended(lines.removeLast(), step, after)
                    : line(
                            step,
                            group == null
                                    ? step.name()
                                    : groupName(group, steps).orElse(step.name()),
                            after);
            lines.add(line);
            state = step.status().isFailure() ? state : after;
            groupOfLast = group;
        }
        return lines;
    }

    private static Line line(ProcessStep step, String name, State after) {
        return new Line(
                step.stepId(),
                name,
                step.status(),
                step.createdBy(),
                step.startedAt(),
                step.completedAt(),
                after,
                StepError.shown(step));
    }

    private static Line extended(Line line, ProcessStep step, State after) {
        return new Line(
                line.stepId(),
                line.name(),
                step.status(),
                line.createdBy(),
                line.started(),
                step.completedAt(),
                after,
                line.delta().merge(StepError.shown(step)));
    }

    private static List<Line> toCome(ProcessRecord record, StepList list) {
        Set<String> done = record.doneKeys();
        List<Line> lines = new ArrayList<>();
        for (Step step : StepList.withNewPaths(new PatchPaths(Trail.of(list, record), "", false).of(list.steps()))) {
            if (!isDone("", step, done)) {
                lines.add(Line.pending(step.name()));
            }
        }
        lines.add(Line.pending("Done"));
        return lines;
    }

    private static boolean isDone(String prefix, Step step, Set<String> done) {
        String key = StepList.key(prefix, step);
        if (done.contains(key)) {
            return true;
        }
        return StepList.unconditional(step) instanceof Step.Group group
                && group.steps().stream().allMatch(part -> isDone(StepList.groupPrefix(key), part, done));
    }

    /** A parallel step has rows of its own behind those of its branches: of its join, and of how it stands when they all wait. */
    private static String groupOf(String key, String groupOfLast) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            return key.equals(groupOfLast) ? key : null;
        }
        return key.substring(0, slash);
    }

    private static Optional<String> groupName(String id, Optional<StepList> steps) {
        return steps.stream()
                .flatMap(list -> StepList.bothPaths(list.steps()).stream())
                .filter(step -> step.id().equals(id))
                .map(Step::name)
                .findFirst();
    }
}
