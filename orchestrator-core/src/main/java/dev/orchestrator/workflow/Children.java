package dev.orchestrator.workflow;

import dev.orchestrator.state.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The processes that a for-each step starts, one for each item, all at once; they run like any others.
 *
 * @param inputs what the children's forms would have been answered, made of the parent's state
 * @param resultKey the key of the parent's state under which the results are kept, in the order of the items
 * @param result what the parent keeps of a completed child's last state
 */
public record Children(
        String workflow,
        Function<State, List<State>> inputs,
        ChildFailure whenOneFails,
        Optional<String> resultKey,
        Function<State, Object> result) {
    private static final String STARTED = "/children";

    /** Starts the workflow for each item, with the answers to its form that the item gives. */
    public static <T> Children of(String workflow, Function<State, List<T>> items, Function<T, State> input) {
        return new Children(
                workflow,
                state -> items.apply(state).stream().map(input).toList(),
                ChildFailure.WAIT,
                Optional.empty(),
                child -> null);
    }

    /**
     * The key of the row that tells that the step with this key has started its children: from then on the step is done in part, and
     * none of the rules by which a process goes on takes it for one that was only reached.
     */
    public static String startedKey(String stepKey) {
        return stepKey + STARTED;
    }

    /** The key of the step that has started children, if the row with this key tells of that. */
    public static Optional<String> stepOf(String rowKey) {
        return rowKey.endsWith(STARTED)
                ? Optional.of(rowKey.substring(0, rowKey.length() - STARTED.length()))
                : Optional.empty();
    }

    public Children whenOneFails(ChildFailure policy) {
        return new Children(workflow, inputs, policy, resultKey, result);
    }

    /** Keeps of each completed child what the function takes from its last state. */
    public Children into(String key, Function<State, Object> kept) {
        return new Children(workflow, inputs, whenOneFails, Optional.of(key), kept);
    }
}
