package dev.orchestrator.evolution;

import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.WorkflowVersion;
import java.time.Instant;
import java.util.List;

/**
 * What a process becomes on another version, and the process as it was read: if that has changed by the time this is written,
 * it is not.
 *
 * @param state the whole of it
 * @param standing where the process then stands
 */
public record Move(LiveProcess seen, WorkflowVersion target, State state, Standing standing) {
    /**
     * Where a process stands once it has moved.
     *
     * @param goOnAt the step that comes next
     * @param passed the steps that count as done, in order
     * @param rows what the record shows of the step at which the process waits, or has failed; none when it goes on
     * @param assignee who has to act next
     */
    public record Standing(
            String goOnAt,
            List<String> passed,
            List<ProcessStep> rows,
            ProcessStatus status,
            Assignee assignee,
            Place place) {
        public Standing {
            passed = List.copyOf(passed);
            rows = List.copyOf(rows);
        }
    }

    /** What becomes of the place of a process in the queue. */
    public sealed interface Place {
        /** In the queue, due when it was, or not in it, as it was. */
        record AsItWas() implements Place {}

        /** In the queue; due at once when the time is null. */
        record Due(Instant at) implements Place {}

        /** Not in the queue: it waits for a person or for another system. */
        record Outside() implements Place {}
    }
}
