package dev.orchestrator.process;

import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a record does not fit a list, so that running the next step could skip or repeat something.
 *
 * <p>Each reason names the step, what the record says, what the code says, and what to do.
 */
final class Misfits {
    private static final String GOES_ON = " The process goes on by itself once a worker has code that fits.";
    private static final String START = "start";

    private final Trail trail;
    private final String prefix;
    private final List<Step> siblings;

    Misfits(Trail trail, String prefix, List<Step> siblings) {
        this.trail = trail;
        this.prefix = prefix;
        this.siblings = siblings;
    }

    /** A process on the new path of a patch would be taken for one that never met it. */
    Optional<NextStep> patchThatIsGone() {
        Set<String> gone = trail.patches(prefix);
        if (gone.isEmpty()) {
            return Optional.empty();
        }
        gone.removeAll(patchesOf(siblings).collect(Collectors.toSet()));
        return gone.isEmpty()
                ? Optional.empty()
                : misfit("The record is marked with patch " + quoted(prefix, gone)
                        + ", which this code does not have: it was taken out too early, or an older build is running."
                        + " Bring deprecatePatch back until no process is marked.");
    }

    /**
     * Why the step must not be the next one.
     *
     * @param behind the steps that follow it in its list
     * @param isPassed whether the process has reached anything behind the list
     */
    Optional<NextStep> of(Step next, List<Step> behind, boolean isPassed) {
        return oldPathThatIsGone(next, behind, isPassed)
                .or(() -> doneBehind(next, behind))
                .or(() -> doneStepThatIsGone(next));
    }

    private Optional<NextStep> oldPathThatIsGone(Step next, List<Step> behind, boolean isPassed) {
        return next instanceof Step.Patch patch
                        && patch.isDeprecated()
                        && (isPassed
                                || trail.isAnyReached(prefix, behind)
                                || trail.isAnyReached(prefix, patch.newSteps()))
                ? misfit("The process took the old path of patch '" + prefix + patch.patch()
                        + "': its record has no marker of it, and this code has deprecated the patch and lost the old steps."
                        + " Bring patched('" + patch.patch() + "', …) back until no process is on its old path.")
                : Optional.empty();
    }

    /** Neither running nor leaving out a step that was put in front of what is done would be right. */
    private Optional<NextStep> doneBehind(Step next, List<Step> behind) {
        List<String> done = new ArrayList<>();
        for (Step step : StepList.bothPaths(behind)) {
            String key = StepList.key(prefix, step);
            if (trail.isBegun(key)) {
                done.add(key);
            }
        }
        return done.isEmpty()
                ? Optional.empty()
                : misfit("In this code step '" + StepList.key(prefix, next) + "' stands before " + done
                        + ", but the record has " + done
                        + " done and it not: the workflow was changed while the process was"
                        + " under way. Bring the old order back, put the new step behind what is done, or wrap the change in"
                        + " patched(…).");
    }

    /** What took the place of a done step that is gone may be that step under another id: it would run twice. */
    private Optional<NextStep> doneStepThatIsGone(Step next) {
        return trail.isReached(StepList.key(prefix, next))
                ? Optional.empty()
                : trail.lastDone(prefix)
                        .filter(id -> !isKnown(id))
                        .flatMap(id -> misfit("The step that the record has done last, '" + prefix + id
                                + "', is not in this code, which goes on with '" + StepList.key(prefix, next)
                                + "': if that is the same step under another id it would run twice. Bring the id '" + id
                                + "' back, or take it out by patched(…)."));
    }

    private boolean isKnown(String id) {
        return id.equals(START)
                || StepList.bothPaths(siblings).stream()
                        .anyMatch(step -> step.id().equals(id));
    }

    private static Stream<String> patchesOf(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step instanceof Step.Patch patch
                        ? Stream.concat(Stream.of(patch.patch()), patchesOf(patch.allSteps()))
                        : Stream.of());
    }

    private static String quoted(String prefix, Set<String> patches) {
        return patches.stream()
                .sorted()
                .map(patch -> "'" + prefix + patch + "'")
                .collect(Collectors.joining(", "));
    }

    private static Optional<NextStep> misfit(String reason) {
        return Optional.of(new NextStep.Misfit(reason + GOES_ON));
    }
}
