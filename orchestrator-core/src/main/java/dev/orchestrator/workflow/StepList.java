package dev.orchestrator.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The steps of a workflow as an ordered value that the engine, the timeline and the checks all read.
 *
 * <p>Authors build one with {@link Steps}. Ids are checked to be unique when it is made.
 */
public record StepList(List<Step> steps) {
    public StepList {
        steps = List.copyOf(steps);
        requirePlainIds(steps);
        requireUniqueKeys(steps);
    }

    /** The names that people see, in order; a group counts as one. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add("Start");
        withNewPaths(steps).forEach(step -> names.add(step.name()));
        names.add("Done");
        return names;
    }

    /** The steps whose record carries this key: of a patch one on each path may. */
    public List<Step> withKey(String key) {
        List<Step> found = List.of();
        List<Step> level = steps;
        for (String id : key.split("/", -1)) {
            found = bothPaths(level).stream()
                    .filter(step -> step.id().equals(id))
                    .toList();
            level = found.stream().flatMap(step -> step.parts().stream()).toList();
        }
        return found.stream().map(StepList::unconditional).toList();
    }

    /** What a process that begins now runs: of each patch the new steps. */
    public static List<Step> withNewPaths(List<Step> steps) {
        return steps.stream()
                .flatMap(step ->
                        step instanceof Step.Patch patch ? withNewPaths(patch.newSteps()).stream() : Stream.of(step))
                .toList();
    }

    /** All steps that a process may meet in this list, whichever paths it takes. */
    public static List<Step> bothPaths(List<Step> steps) {
        return hasPatch(steps) ? withBothPaths(steps) : steps;
    }

    private static boolean hasPatch(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Patch) {
                return true;
            }
        }
        return false;
    }

    private static List<Step> withBothPaths(List<Step> steps) {
        return steps.stream()
                .flatMap(step ->
                        step instanceof Step.Patch patch ? bothPaths(patch.allSteps()).stream() : Stream.of(step))
                .toList();
    }

    /** The key that a step's record carries: its id, below that of its group. */
    public static String key(String prefix, Step step) {
        return prefix.isEmpty() ? step.id() : prefix + step.id();
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
            if (step instanceof Step.Patch patch) {
                collectRepeatedOfPaths(prefix, patch, seen, repeated);
            }
            collectRepeated(groupPrefix(key), step.parts(), seen, repeated);
        }
    }

    /** A process takes one path only, so both may have the same steps, in another order for example. */
    private static void collectRepeatedOfPaths(
            String prefix, Step.Patch patch, Set<String> seen, Set<String> repeated) {
        Set<String> seenOnOldPath = new HashSet<>(seen);
        collectRepeated(prefix, patch.newSteps(), seen, repeated);
        collectRepeated(prefix, patch.oldSteps().orElse(List.of()), seenOnOldPath, repeated);
        seen.addAll(seenOnOldPath);
    }

    private static void requirePlainIds(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Patch patch) {
                requirePlain("patch", patch.patch());
                requirePlainIds(patch.allSteps());
            } else {
                requirePlain("step", step.id());
                requirePlainIds(step.parts());
            }
        }
    }

    /** Records join ids with a slash, and mark what is no step by a colon. */
    private static void requirePlain(String what, String id) {
        if (id.isBlank() || id.contains("/") || id.contains(":")) {
            throw new IllegalArgumentException("The " + what + " id '" + id
                    + "' can't be used: it must not be empty and have neither '/' nor ':'");
        }
    }

    /** The step itself, without the condition it stands under. */
    public static Step unconditional(Step step) {
        return step instanceof Step.Conditional conditional ? unconditional(conditional.step()) : step;
    }
}
