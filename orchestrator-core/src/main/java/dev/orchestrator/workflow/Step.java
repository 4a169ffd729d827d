package dev.orchestrator.workflow;

import dev.orchestrator.form.Form;
import dev.orchestrator.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One element of a {@link StepList}.
 *
 * <p>The id is unique in its workflow and never changes, for a process' record names its steps by it; the name is what
 * people see and may change at any time.
 */
public sealed interface Step {
    String id();

    String name();

    /** The steps that this one is made of, whose records stand below its own key. */
    default List<Step> parts() {
        return List.of();
    }

    /**
     * Code to run once; on failure the process stops until a person retries it.
     *
     * @param timeLimit after which the code is interrupted and the step fails
     */
    record Action(String id, String name, StepAction action, Optional<Duration> timeLimit) implements Step {
        public Action(String id, String name, StepAction action) {
            this(id, name, action, Optional.empty());
        }
    }

    /**
     * Code to run again by itself, with growing pauses, until it succeeds or its attempts or its time are used up.
     *
     * @param timeLimit of each attempt
     */
    record Retry(String id, String name, Backoff backoff, StepAction action, Optional<Duration> timeLimit)
            implements Step {
        public Retry(String id, String name, Backoff backoff, StepAction action) {
            this(id, name, backoff, action, Optional.empty());
        }
    }

    /** A pause of the whole process, which costs no worker anything; its end is fixed when the step is reached. */
    record Timer(String id, String name, Wakening wakening) implements Step {}

    /**
     * A question to a person: the process is suspended until the form that the state gives has been answered.
     *
     * @param permission who may answer; empty for those whom the workflow names
     */
    record Input(String id, String name, Assignee assignee, Function<State, Form> form, Optional<Permission> permission)
            implements Step {
        public Input(String id, String name, Assignee assignee, Function<State, Form> form) {
            this(id, name, assignee, form, Optional.empty());
        }
    }

    /**
     * Another system has to report, at the route that the state holds under {@link Callback#ROUTE}.
     *
     * @param resultKey the key of the state under which its report is kept
     * @param timeout how long to wait before the step fails; empty for as long as it takes
     * @param report what it has to be; empty where anything will do
     */
    record Await(String id, String name, String resultKey, Optional<Duration> timeout, Optional<Report> report)
            implements Step {}

    /** Starts a process for each item and waits, without a worker, until they have ended. */
    record ForEach(String id, String name, Children children) implements Step {}

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

        @Override
        public List<Step> parts() {
            return step.parts();
        }
    }

    /** Steps that people see as one; each is recorded, and recovered, on its own under the group's id. */
    record Group(String id, String name, List<Step> steps) implements Step {
        public Group {
            steps = List.copyOf(steps);
        }

        @Override
        public List<Step> parts() {
            return steps;
        }
    }

    /** Branches that run at the same time, each a step or a group; each is recorded, and recovered, on its own. */
    record Parallel(String id, String name, List<Step> branches) implements Step {
        public Parallel {
            branches = List.copyOf(branches);
            if (branches.stream().anyMatch(Patch.class::isInstance)) {
                throw new IllegalArgumentException(
                        "Parallel step '" + id
                                + "' has a patch in place of a branch: put the patch into a branch, or around the parallel step");
            }
        }

        @Override
        public List<Step> parts() {
            return branches;
        }
    }

    /**
     * A named change of the list. A process that was here before it goes on with the old steps; one that gets here later takes
     * the new ones, which is put on its record before they run.
     *
     * @param patch the name of the change, unique in its list
     * @param oldSteps empty once the patch is deprecated
     */
    record Patch(String patch, List<Step> newSteps, Optional<List<Step>> oldSteps) implements Step {
        private static final String MARKER = "patch:";
        private static final String DEPRECATED_MARKER = "deprecated-patch:";

        public Patch {
            newSteps = List.copyOf(newSteps);
            oldSteps = oldSteps.map(List::copyOf);
        }

        /** Of the marker that the record of a process on the new path carries. */
        @Override
        public String id() {
            return MARKER + patch;
        }

        @Override
        public String name() {
            return (isDeprecated() ? "Deprecated patch " : "Patch ") + patch;
        }

        public boolean isDeprecated() {
            return oldSteps.isEmpty();
        }

        /** What the record of a process that takes the new steps is marked with from now on. */
        public String markerId() {
            return isDeprecated() ? deprecatedId() : id();
        }

        /** A process marked under a deprecated patch no longer needs the patch in its list. */
        public String deprecatedId() {
            return DEPRECATED_MARKER + patch;
        }

        /** The steps of both paths. */
        public List<Step> allSteps() {
            return Stream.concat(newSteps.stream(), oldSteps.stream().flatMap(List::stream))
                    .toList();
        }

        /** The patch that needs to stay in the list because of this marker; empty for anything else on record. */
        public static Optional<String> neededBy(String id) {
            return id.startsWith(MARKER) ? Optional.of(id.substring(MARKER.length())) : Optional.empty();
        }
    }

    /** Says when a timer ends. */
    @FunctionalInterface
    interface Wakening {
        Instant until(State state, Instant now);
    }
}
