package dev.orchestrator.workflow;

import dev.orchestrator.error.Violation;
import dev.orchestrator.state.State;
import java.util.List;

/** Checks a state against what a step is known to read of it. */
public final class StateFit {
    private StateFit() {}

    /** What keeps the step from running on the state; of a step that declares no record nothing is known. */
    public static List<Violation> violations(State state, Step step) {
        return switch (StepList.unconditional(step)) {
            case Step.Action action -> ofAction(state, action.action());
            case Step.Retry retry -> ofAction(state, retry.action());
            case Step.Input input -> ofForm(state, input);
            case Step.Await ignored -> List.of();
            case Step.Timer ignored -> List.of();
            case Step.Group group ->
                group.steps().stream()
                        .limit(1)
                        .flatMap(part -> violations(state, part).stream())
                        .toList();
            case Step.ForEach ignored -> List.of();
            case Step.Parallel ignored -> List.of();
            case Step.Patch ignored -> List.of();
            case Step.Conditional conditional -> throw new IllegalArgumentException(conditional.id());
        };
    }

    private static List<Violation> ofAction(State state, StepAction action) {
        return action instanceof ReadingAction reading ? state.misfits(reading.input()) : List.of();
    }

    /** An author's form may read anything; what it throws says that it can't be asked. */
    private static List<Violation> ofForm(State state, Step.Input input) {
        List<Violation> unusable = List.of(new Violation("", "the form of '" + input.id() + "' can't be made of it"));
        try {
            return input.form().apply(state) == null ? unusable : List.of();
        } catch (RuntimeException e) {
            return unusable;
        }
    }
}
