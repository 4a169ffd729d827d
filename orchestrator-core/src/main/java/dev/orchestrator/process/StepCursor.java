package dev.orchestrator.process;

import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where a process goes on: by the ids of the steps that its record shows as done, never by position.
 *
 * <p>In each list the next step is the first one that is not done; steps in groups are lists of their own. Where running it
 * could skip or repeat something, the process is stopped with the reason instead; {@link Misfits} has the rules.
 */
public final class StepCursor {
    private final Trail trail;
    private final List<String> oldPaths = new ArrayList<>();

    private StepCursor(Trail trail) {
        this.trail = trail;
    }

    /**
     * Where a process stands in a list.
     *
     * @param oldPaths the patches whose old steps it keeps
     */
    public record Position(NextStep next, List<String> oldPaths) {}

    public static NextStep next(StepList list, ProcessRecord record) {
        return position(list, Trail.of(record)).next();
    }

    public static Position position(StepList list, Trail trail) {
        StepCursor cursor = new StepCursor(trail);
        NextStep next = cursor.in("", list.steps(), false);
        return new Position(next == null ? new NextStep.Finished() : next, List.copyOf(cursor.oldPaths));
    }

    /**
     * The next step of one list; null when all of it is done.
     *
     * @param isPassed whether the process has reached anything behind the list
     */
    private NextStep in(String prefix, List<Step> siblings, boolean isPassed) {
        Misfits misfits = new Misfits(trail, prefix, siblings);
        Optional<NextStep> unknown = misfits.patchThatIsGone();
        if (unknown.isPresent()) {
            return unknown.get();
        }
        PatchPaths paths = new PatchPaths(trail, prefix, isPassed);
        List<Step> path = paths.of(siblings);
        oldPaths.addAll(paths.kept());
        for (int index = 0; index < path.size(); index++) {
            Step step = path.get(index);
            List<Step> behind = path.subList(index + 1, path.size());
            NextStep next = within(StepList.key(prefix, step), step, prefix, behind, isPassed);
            if (next != null) {
                return next instanceof NextStep.Misfit
                        ? next
                        : misfits.of(step, behind, isPassed).orElse(next);
            }
        }
        return null;
    }

    private NextStep within(String key, Step step, String prefix, List<Step> behind, boolean isPassed) {
        if (trail.isDone(key)) {
            return null;
        }
        return switch (step) {
            case Step.Conditional conditional when !isOn(key, conditional) -> new NextStep.Skip(key, step);
            case Step.Conditional conditional -> within(key, conditional.step(), prefix, behind, isPassed);
            case Step.Group group ->
                in(
                        StepList.groupPrefix(key),
                        group.steps(),
                        isPassed || behind.stream().anyMatch(later -> trail.isReached(StepList.key(prefix, later))));
            case Step.Patch patch -> new NextStep.Mark(prefix + patch.markerId(), patch);
            case Step.Action ignored -> new NextStep.Run(key, step);
            case Step.Retry ignored -> new NextStep.Run(key, step);
            case Step.Timer ignored -> new NextStep.Run(key, step);
            case Step.Input ignored -> new NextStep.Run(key, step);
            case Step.Await ignored -> new NextStep.Run(key, step);
        };
    }

    /** A group that was begun stays on, whatever its steps do to the state. */
    private boolean isOn(String key, Step.Conditional conditional) {
        return trail.isBegun(key) || trail.holds(conditional.condition());
    }
}
