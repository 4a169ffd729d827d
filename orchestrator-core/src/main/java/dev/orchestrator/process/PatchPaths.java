package dev.orchestrator.process;

import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides for one list which path of each patch a process takes, as far as its record says; what it has not reached yet stays
 * undecided.
 *
 * <p>The marker decides. Without one, a process that has begun an old step or has passed the place was here before the patch.
 */
final class PatchPaths {
    private final Trail trail;
    private final String prefix;
    private final boolean isPassed;
    private final List<String> kept = new ArrayList<>();

    PatchPaths(Trail trail, String prefix, boolean isPassed) {
        this.trail = trail;
        this.prefix = prefix;
        this.isPassed = isPassed;
    }

    /** The list with the steps of its decided patches in their places. */
    List<Step> of(List<Step> siblings) {
        List<Step> path = new ArrayList<>();
        for (int index = 0; index < siblings.size(); index++) {
            Step step = siblings.get(index);
            if (step instanceof Step.Patch patch) {
                path.addAll(decided(
                        patch, isPassed || trail.isAnyReached(prefix, siblings.subList(index + 1, siblings.size()))));
            } else {
                path.add(step);
            }
        }
        return path;
    }

    /** The patches that were found to be on their old path. */
    List<String> kept() {
        return kept;
    }

    private List<Step> decided(Step.Patch patch, boolean isBehindIt) {
        PatchPaths within = new PatchPaths(trail, prefix, isBehindIt);
        List<Step> path;
        if (isOnNewPath(patch)) {
            path = within.of(patch.newSteps());
        } else if (isOnOldPath(patch, isBehindIt)) {
            kept.add(prefix + patch.patch());
            path = within.of(patch.oldSteps().orElseThrow());
        } else {
            path = List.of(patch);
        }
        kept.addAll(within.kept);
        return path;
    }

    /** Steps that only the new path has are not run on any other; without a marker they come from a build behind the patch. */
    private boolean isOnNewPath(Step.Patch patch) {
        if (trail.isDone(prefix + patch.id()) || trail.isDone(prefix + patch.deprecatedId())) {
            return true;
        }
        return patch.oldSteps()
                .map(old -> trail.isAnyReached(prefix, onlyIn(patch.newSteps(), old)))
                .orElseGet(() -> patch.newSteps().stream().allMatch(step -> trail.isDone(StepList.key(prefix, step))));
    }

    private boolean isOnOldPath(Step.Patch patch, boolean isBehindIt) {
        return patch.oldSteps()
                .map(old -> isBehindIt || trail.isAnyReached(prefix, old))
                .orElse(false);
    }

    private static List<Step> onlyIn(List<Step> steps, List<Step> others) {
        List<String> ids = StepList.bothPaths(others).stream().map(Step::id).toList();
        return StepList.bothPaths(steps).stream()
                .filter(step -> !ids.contains(step.id()))
                .toList();
    }
}
