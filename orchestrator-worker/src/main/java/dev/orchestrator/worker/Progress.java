package dev.orchestrator.worker;

import dev.orchestrator.process.Checkpoint.After;
import dev.orchestrator.process.Checkpoints.Settled;
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

    /** What a settled decision has come to. */
    static Progress of(Settled settled) {
        return settled.written()
                .map(written -> new Progress(
                        settled.record().with(written.checkpoint().steps()),
                        written.checkpoint().after(),
                        written.verdict()))
                .orElseGet(() -> on(settled.record()));
    }

    boolean continues() {
        return after instanceof After.Continues;
    }
}
