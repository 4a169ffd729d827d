package dev.orchestrator.worker;

import dev.orchestrator.process.Checkpoint.After;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.Verdict;

/**
 * How far a process has come with one step.
 *
 * @param after what the step asks for; in a branch that is not yet what becomes of the process
 */
record Progress(ProcessRecord record, After after, Verdict verdict) {
    /** Nothing was written, and the process may go on. */
    static Progress on(ProcessRecord record) {
        return new Progress(record, new After.Continues(), Verdict.GO_ON);
    }

    boolean continues() {
        return after instanceof After.Continues;
    }
}
