package dev.orchestrator.process;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What a record says about the steps of a list: which were reached, in the order of their newest rows, and which are done.
 *
 * <p>Keys are paths, so each question about a list inside a group, a branch or a loop names the prefix of that list. All of it is asked
 * twice for each step that a worker runs, about every step of the list: so each answer is a look-up.
 */
public final class Trail {
    private final Map<String, Boolean> doneByKey;
    private final BiPredicate<String, Predicate<State>> conditions;
    private final Set<String> aboveReached = new HashSet<>();
    private final Set<String> aboveDone = new HashSet<>();

    private Trail(Map<String, Boolean> doneByKey, BiPredicate<String, Predicate<State>> conditions) {
        this.doneByKey = doneByKey;
        this.conditions = conditions;
        doneByKey.forEach((key, isDone) -> {
            for (int end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
                String above = key.substring(0, end);
                aboveReached.add(above);
                if (isDone) {
                    aboveDone.add(above);
                }
            }
        });
    }

    static Trail of(StepList list, ProcessRecord record) {
        Branches branches = Branches.of(list);
        return new Trail(doneByKey(record.steps()), (key, condition) -> condition.test(branches.stateAt(key, record)));
    }

    /** The steps that the rows tell of, in the order of their newest rows, and whether each is done. */
    static Map<String, Boolean> doneByKey(List<ProcessStep> rows) {
        Map<String, Boolean> doneByKey = new LinkedHashMap<>();
        for (ProcessStep row : rows) {
            if (row.isWhole()) {
                doneByKey.clear();
                row.passed().forEach(key -> doneByKey.put(key, true));
            } else if (!row.isRemark()) {
                boolean wasDone = Boolean.TRUE.equals(doneByKey.remove(row.key()));
                doneByKey.put(row.key(), wasDone || row.status().isDone());
            }
        }
        return doneByKey;
    }

    /** A trail whose state is not known: where a condition would have to be asked, it is taken to hold. */
    public static Trail withoutState(Map<String, Boolean> doneByKey) {
        return new Trail(new LinkedHashMap<>(doneByKey), (key, condition) -> true);
    }

    /** Whether the condition of the step holds in the state that the step would get. */
    boolean holds(String key, Predicate<State> condition) {
        return conditions.test(key, condition);
    }

    public boolean isDone(String key) {
        return doneByKey.getOrDefault(key, false);
    }

    /** Whether there is any row of the step, or of one below it. */
    public boolean isReached(String key) {
        return doneByKey.containsKey(key) || aboveReached.contains(key);
    }

    /** Whether any of these steps of the list with this prefix is reached, on either path of a patch among them. */
    boolean isAnyReached(String prefix, List<Step> steps) {
        return StepList.bothPaths(steps).stream().anyMatch(step -> isReached(StepList.key(prefix, step)));
    }

    /** Whether the step, or one below it, is done. */
    boolean isBegun(String key) {
        return isDone(key) || aboveDone.contains(key);
    }

    /** The id, in the list with this prefix, of the step that was done last, itself or in part. A colon marks what is no step. */
    Optional<String> lastDone(String prefix) {
        String last = null;
        for (Map.Entry<String, Boolean> entry : doneByKey.entrySet()) {
            if (entry.getValue() && entry.getKey().startsWith(prefix)) {
                String id = idIn(prefix, entry.getKey());
                last = id.contains(":") ? last : id;
            }
        }
        return Optional.ofNullable(last);
    }

    /** The patches of the list with this prefix whose new steps the process was marked to take. */
    Set<String> patches(String prefix) {
        Set<String> patches = new HashSet<>();
        for (String key : doneByKey.keySet()) {
            if (key.startsWith(prefix)) {
                Step.Patch.neededBy(key.substring(prefix.length())).ifPresent(patches::add);
            }
        }
        return patches;
    }

    private static String idIn(String prefix, String key) {
        int end = key.indexOf('/', prefix.length());
        return key.substring(prefix.length(), end < 0 ? key.length() : end);
    }
}
