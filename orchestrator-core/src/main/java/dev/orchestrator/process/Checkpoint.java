package dev.orchestrator.process;

import java.time.Duration;
import java.util.List;

/**
 * What a worker writes after a step: the rows of the record, and what becomes of the process.
 *
 * @param steps one row, or two when the process ends with the step
 */
public record Checkpoint(Claim claim, List<ProcessStep> steps, After after) {
    public Checkpoint {
        steps = List.copyOf(steps);
    }

    /** What becomes of the process. */
    public sealed interface After {
        /** The worker goes on with the next step. */
        record Continues() implements After {}

        /** The process leaves the queue: it has ended, or waits for a person. */
        record Leaves(ProcessStatus status, String assignee, String failedReason, String traceback) implements After {}

        /** The process stays in the queue and is due again after the pause. */
        record Waits(ProcessStatus status, Duration pause, String failedReason) implements After {}
    }
}
