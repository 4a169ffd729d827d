package dev.orchestrator.workflow;

import dev.orchestrator.form.Form;
import dev.orchestrator.state.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One element of a {@link StepList}.
 *
 * <p>The id is unique in its workflow and never changes, for a process' record names its steps by it; the name is what
 * people see and may change at any time.
 */
public sealed interface Step {
    String id();

    String name();

    /** Code to run once; on failure the process stops until a person retries it. */
    record Action(String id, String name, StepAction action) implements Step {}

    /** Code to run again by itself, with growing pauses, until it succeeds or its attempts are used up. */
    record Retry(String id, String name, Backoff backoff, StepAction action) implements Step {}

    /** A question to a person: the process is suspended until the form that the state gives has been answered. */
    record Input(String id, String name, Assignee assignee, Function<State, Form> form) implements Step {}

    /**
     * Another system has to report, at the route that the state holds under {@link Callback#ROUTE}.
     *
     * @param resultKey the key of the state under which its report is kept
     * @param timeout how long to wait before the step fails; empty for as long as it takes
     */
    record Await(String id, String name, String resultKey, Optional<Duration> timeout) implements Step {}

    /** A step that is skipped, with a record of that, when its condition does not hold as it is reached. */
    record Conditional(Predicate<State> condition, Step step) implements Step {
        @Override
        public String id() {
            return step.id();
        }

        @Override
        public String name() {
            return step.name();
        }
    }

    /** Steps that people see as one; each is recorded, and recovered, on its own under the group's id. */
    record Group(String id, String name, List<Step> steps) implements Step {
        public Group {
            steps = List.copyOf(steps);
        }
    }
}
