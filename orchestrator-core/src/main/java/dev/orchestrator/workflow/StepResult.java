package dev.orchestrator.workflow;

import dev.orchestrator.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a step ended; each outcome carries exactly what it needs. */
public sealed interface StepResult {
    /** The step is done; the process goes on with what it added. */
    record Success(State state) implements StepResult {}

    /** There was nothing to do. */
    record Skipped() implements StepResult {}

    /** A person has to answer first. */
    record Suspended() implements StepResult {}

    /** Another system has to report first, within the timeout if there is one. */
    record AwaitingCallback(Optional<Duration> timeout) implements StepResult {}

    /** The process goes on at this instant. */
    record Sleeping(Instant until) implements StepResult {}

    /** Other processes have to end first: those to start with these answers, or those that were started before. */
    record AwaitingChildren(List<State> inputs) implements StepResult {}

    /** To be tried again by itself after the pause. */
    record Waiting(StepFailure failure, Duration pause) implements StepResult {}

    /** A person has to act: mend the cause and retry, or abort. */
    record Failed(StepFailure failure) implements StepResult {}

    /** The whole process is done, whatever steps remain. */
    record Completed(State state) implements StepResult {}

    /** The process ends here, on purpose and for good. */
    record Aborted(State state) implements StepResult {}

    static StepResult success(State state) {
        return new Success(state);
    }
}
