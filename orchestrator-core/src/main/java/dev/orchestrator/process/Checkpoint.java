package dev.orchestrator.process;

import java.time.Duration;
import java.util.List;

/**
 * What a worker writes after a step: the rows of the record, and what becomes of the process.
 *
 * @param steps one row, or two when the process ends with the step; a row of a step that is not done takes the place of one with its
 *     id
 * @param parent the step that started the process; null when none did. It is woken when its last child comes to rest
 * @param isOfBranch whether other branches may run: what becomes of the process is then not written yet
 */
public record Checkpoint(Claim claim, List<ProcessStep> steps, After after, Parent parent, boolean isOfBranch) {
    public Checkpoint {
        steps = List.copyOf(steps);
    }

    public Checkpoint(Claim claim, List<ProcessStep> steps, After after) {
        this(claim, steps, after, null, false);
    }

    public Checkpoint ofBranch() {
        return new Checkpoint(claim, steps, after, parent, true);
    }

    public Checkpoint of(Process process) {
        return new Checkpoint(claim, steps, after, process.parent(), isOfBranch);
    }

    /** Whether it brings a child to rest, for which its parent waits. */
    public boolean endsChild() {
        return parent != null
                && !isOfBranch
                && after instanceof After.Leaves leaves
                && leaves.status().isAtRest();
    }

    /** What becomes of the process. */
    public sealed interface After {
        /** The worker goes on with the next step. */
        record Continues() implements After {}

        /** The process leaves the queue: it has ended, or waits for a person. */
        record Leaves(ProcessStatus status, String assignee, String failedReason, String traceback) implements After {}

        /** The process stays in the queue and is due again after the pause. */
        record Waits(ProcessStatus status, String assignee, Duration pause, String failedReason) implements After {}
    }
}
