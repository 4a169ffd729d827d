package dev.orchestrator.process;

import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where a process goes on: by the ids of the steps that its record shows as done, never by position.
 *
 * <p>In each list the next step is the first one that is not done; steps in groups are lists of their own, and each parallel
 * branch goes on by itself. Where running it
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
     * @param frontier one step, or while branches run in parallel one for each that is not done
     * @param oldPaths the patches whose old steps it keeps
     */
    public record Position(List<NextStep> frontier, List<String> oldPaths) {
        /** The first of the frontier, which is the only one outside of parallel branches. */
        public NextStep next() {
            return frontier.getFirst();
        }
    }

    public static NextStep next(StepList list, ProcessRecord record) {
        return position(list, Trail.of(list, record)).next();
    }

    public static List<NextStep> frontier(StepList list, ProcessRecord record) {
        return position(list, Trail.of(list, record)).frontier();
    }

    public static Position position(StepList list, Trail trail) {
        StepCursor cursor = new StepCursor(trail);
        List<NextStep> next = cursor.in("", list.steps(), false);
        return new Position(next.isEmpty() ? List.of(new NextStep.Finished()) : next, List.copyOf(cursor.oldPaths));
    }

    /**
     * Where one list goes on; empty when all of it is done.
     *
     * @param isPassed whether the process has reached anything behind the list
     */
    private List<NextStep> in(String prefix, List<Step> siblings, boolean isPassed) {
        Misfits misfits = new Misfits(trail, prefix, siblings);
        Optional<NextStep> unknown = misfits.patchThatIsGone();
        if (unknown.isPresent()) {
            return List.of(unknown.get());
        }
        PatchPaths paths = new PatchPaths(trail, prefix, isPassed);
        List<Step> path = paths.of(siblings);
        oldPaths.addAll(paths.kept());
        for (int index = 0; index < path.size(); index++) {
            Step step = path.get(index);
            String key = StepList.key(prefix, step);
            if (!trail.isDone(key)) {
                List<Step> behind = path.subList(index + 1, path.size());
                List<NextStep> next = within(key, step, isPassed || isAnyReached(prefix, behind));
                if (!next.isEmpty()) {
                    return isMisfit(next)
                            ? next
                            : misfits.of(step, behind, isPassed).map(List::of).orElse(next);
                }
            }
        }
        return List.of();
    }

    private List<NextStep> within(String key, Step step, boolean isPassed) {
        return switch (step) {
            case Step.Conditional conditional -> under(key, conditional, isPassed);
            case Step.Group group -> in(StepList.groupPrefix(key), group.steps(), isPassed);
            case Step.Parallel parallel -> inBranches(key, parallel, isPassed);
            case Step.Patch patch -> List.of(new NextStep.Mark(markerKey(key, patch), patch));
            case Step.Action ignored -> List.of(new NextStep.Run(key, step));
            case Step.Retry ignored -> List.of(new NextStep.Run(key, step));
            case Step.Timer ignored -> List.of(new NextStep.Run(key, step));
            case Step.Input ignored -> List.of(new NextStep.Run(key, step));
            case Step.ForEach ignored -> List.of(new NextStep.Run(key, step));
            case Step.Await ignored -> List.of(new NextStep.Run(key, step));
        };
    }

    private static String markerKey(String key, Step.Patch patch) {
        return key.substring(0, key.length() - patch.id().length()) + patch.markerId();
    }

    /** A group that was begun stays on, whatever its steps do to the state. */
    private List<NextStep> under(String key, Step.Conditional conditional, boolean isPassed) {
        return trail.isBegun(key) || trail.holds(key, conditional.condition())
                ? within(key, conditional.step(), isPassed)
                : List.of(new NextStep.Skip(key, conditional));
    }

    /** Each branch goes on by itself; when all are done what is left of the step is to join them. */
    private List<NextStep> inBranches(String key, Step.Parallel parallel, boolean isPassed) {
        List<NextStep> all = new ArrayList<>();
        for (Step branch : parallel.branches()) {
            String branchKey = StepList.key(StepList.groupPrefix(key), branch);
            List<NextStep> next = trail.isDone(branchKey) ? List.of() : within(branchKey, branch, isPassed);
            if (isMisfit(next)) {
                return next;
            }
            all.addAll(next);
        }
        return all.isEmpty() ? List.of(new NextStep.Run(key, parallel)) : all;
    }

    private boolean isAnyReached(String prefix, List<Step> steps) {
        return steps.stream().anyMatch(step -> trail.isReached(StepList.key(prefix, step)));
    }

    private static boolean isMisfit(List<NextStep> next) {
        return !next.isEmpty() && next.getFirst() instanceof NextStep.Misfit;
    }
}
