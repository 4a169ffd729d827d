package dev.orchestrator.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The steps of a workflow as an ordered value that the engine, the timeline and the checks all read.
 *
 * <p>Authors build one with {@link Steps}. Ids are checked to be unique when it is made.
 */
public record StepList(List<Step> steps) {
    public StepList {
        steps = List.copyOf(steps);
        requireUniqueKeys(steps);
    }

    /** The names that people see, in order; a group counts as one. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add("Start");
        steps.forEach(step -> names.add(step.name()));
        names.add("Done");
        return names;
    }

    /** The key that a step's record carries: its id, below that of its group. */
    public static String key(String prefix, Step step) {
        return prefix + step.id();
    }

    public static String groupPrefix(String key) {
        return key + "/";
    }

    private static void requireUniqueKeys(List<Step> steps) {
        Set<String> repeated = new HashSet<>();
        collectRepeated("", steps, new HashSet<>(Set.of("start", "done")), repeated);
        if (!repeated.isEmpty()) {
            throw new IllegalArgumentException("Step ids must be unique in a workflow; used twice: " + repeated);
        }
    }

    private static void collectRepeated(String prefix, List<Step> steps, Set<String> seen, Set<String> repeated) {
        for (Step step : steps) {
            String key = key(prefix, step);
            if (!seen.add(key)) {
                repeated.add(key);
            }
            if (unconditional(step) instanceof Step.Group group) {
                collectRepeated(groupPrefix(key), group.steps(), seen, repeated);
            }
        }
    }

    /** The step itself, without the condition it stands under. */
    public static Step unconditional(Step step) {
        return step instanceof Step.Conditional conditional ? unconditional(conditional.step()) : step;
    }
}
