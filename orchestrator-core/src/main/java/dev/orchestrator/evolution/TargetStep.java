package dev.orchestrator.evolution;

import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The step of the target at which a process goes on.
 *
 * @param passed the keys of what stands in front of it on the way that a new process takes; a group that lies wholly in front is
 *     one key
 */
record TargetStep(String key, Step step, List<String> passed) {
    /** Finds a step by its key, at any depth. */
    static Optional<TargetStep> find(StepList list, String key) {
        return find("", list.steps(), key, new ArrayList<>(List.of("start")));
    }

    private static Optional<TargetStep> find(String prefix, List<Step> steps, String wanted, List<String> passed) {
        for (Step step : steps) {
            String key = StepList.key(prefix, step);
            Step plain = StepList.unconditional(step);
            if (key.equals(wanted)) {
                return Optional.of(new TargetStep(key, plain, passed));
            }
            Optional<TargetStep> within = within(prefix, key, plain, wanted, passed);
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }

    /** Looks inside what has steps of its own; what turns out to lie in front of the wanted step is added to the passed ones. */
    private static Optional<TargetStep> within(
            String prefix, String key, Step step, String wanted, List<String> passed) {
        if (step instanceof Step.Patch patch) {
            passed.add(prefix + patch.markerId());
            return find(prefix, patch.newSteps(), wanted, passed);
        }
        if (step instanceof Step.Group group && wanted.startsWith(StepList.groupPrefix(key))) {
            return find(StepList.groupPrefix(key), group.steps(), wanted, passed);
        }
        passed.add(key);
        return Optional.empty();
    }
}
