package dev.orchestrator.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Callback;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parallel branches of a workflow: what each sees of the record, and whether what they add can be joined.
 *
 * <p>A branch sees what was done before it and what it did itself; nothing of the other branches until they have joined. The
 * join is the union of what they added. Two branches that gave one key different values can't be joined: nobody wins.
 */
public final class Branches {
    /** Written by the engine for each branch's own use, or guarded by the version of the subscription. */
    private static final Set<String> NOT_JOINED = Set.of(Callback.ROUTE, Callback.PROGRESS, "subscription");

    private static final Branches NONE = new Branches();

    private final Map<String, Step.Parallel> parallels = new LinkedHashMap<>();

    private Branches() {}

    public static Branches of(StepList list) {
        if (!hasParallel(list.steps())) {
            return NONE;
        }
        Branches branches = new Branches();
        branches.collect("", list.steps());
        return branches;
    }

    /** Most workflows have none, and are asked for each of their steps. */
    private static boolean hasParallel(List<Step> steps) {
        for (Step step : steps) {
            Step plain = StepList.unconditional(step);
            if (plain instanceof Step.Parallel
                    || hasParallel(plain.parts())
                    || (plain instanceof Step.Patch patch && hasParallel(patch.allSteps()))) {
                return true;
            }
        }
        return false;
    }

    private void collect(String prefix, List<Step> steps) {
        for (Step step : StepList.bothPaths(steps)) {
            String key = StepList.key(prefix, step);
            if (StepList.unconditional(step) instanceof Step.Parallel parallel) {
                parallels.put(key, parallel);
            }
            collect(StepList.groupPrefix(key), step.parts());
        }
    }

    /** The outermost parallel step around the key; empty for a step that runs alone. */
    public Optional<String> around(String key) {
        return parallels.keySet().stream()
                .filter(parallel -> isWithin(key, parallel))
                .findFirst();
    }

    /** The parallel step with this key. */
    public Step.Parallel parallel(String key) {
        return parallels.get(key);
    }

    /** The state that a step gets. */
    public State stateAt(String key, ProcessRecord record) {
        List<String> around = parallels.keySet().stream()
                .filter(parallel -> isWithin(key, parallel))
                .toList();
        return around.isEmpty() ? record.state() : record.stateOf(row -> isVisible(row.key(), key, around));
    }

    private static boolean isVisible(String row, String key, List<String> around) {
        return around.stream()
                .allMatch(parallel ->
                        !isWithin(row, parallel) || branchOf(row, parallel).equals(branchOf(key, parallel)));
    }

    /** Why the branches around a key can't be joined, for a person to read; empty when they can. */
    public Optional<String> conflict(String key, ProcessRecord record) {
        return parallels.keySet().stream()
                .filter(parallel -> isWithin(key, parallel) || key.equals(parallel))
                .flatMap(parallel -> conflictIn(parallel, record).stream())
                .findFirst();
    }

    private Optional<String> conflictIn(String parallel, ProcessRecord record) {
        Map<String, String> writers = new HashMap<>();
        Map<String, JsonNode> values = new HashMap<>();
        for (String branch : branchesOf(parallel, record)) {
            State added = record.stateOf(row -> isWithin(row.key(), parallel)
                    && branchOf(row.key(), parallel).equals(branch));
            for (Map.Entry<String, JsonNode> addition : added.toJson().properties()) {
                JsonNode other = values.putIfAbsent(addition.getKey(), addition.getValue());
                String writer = writers.putIfAbsent(addition.getKey(), branch);
                if (isJoined(addition.getKey()) && other != null && !other.equals(addition.getValue())) {
                    return Optional.of("Branches '" + writer + "' and '" + branch + "' of '" + parallel
                            + "' have both set '" + addition.getKey()
                            + "', to different values, and neither may win: let each branch use a key of its own");
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> branchesOf(String parallel, ProcessRecord record) {
        List<String> branches = new ArrayList<>();
        record.steps().stream()
                .filter(row -> isWithin(row.key(), parallel))
                .map(row -> branchOf(row.key(), parallel))
                .filter(branch -> !branches.contains(branch))
                .forEach(branches::add);
        return branches;
    }

    private static boolean isJoined(String key) {
        return !key.startsWith("__") && !NOT_JOINED.contains(key);
    }

    private static boolean isWithin(String key, String parallel) {
        return key.startsWith(StepList.groupPrefix(parallel));
    }

    /** The id of the branch that a key within the parallel step belongs to. */
    private static String branchOf(String key, String parallel) {
        String within = key.substring(StepList.groupPrefix(parallel).length());
        int slash = within.indexOf('/');
        return slash < 0 ? within : within.substring(0, slash);
    }
}
