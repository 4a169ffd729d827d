package dev.orchestrator.worker;

import dev.orchestrator.process.Branches;
import dev.orchestrator.process.Claim;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;

/** One step's turn in a claimed process: all that running and recording it needs. */
record Turn(Claim claim, ProcessRecord record, StepList list, String key, Step step) {
    /** The same step, with what has come on record since it began. */
    Turn at(ProcessRecord newer) {
        return new Turn(claim, newer, list, key, step);
    }

    /** What the step gets to see. */
    State state() {
        return Branches.of(list).stateAt(key, record);
    }

    boolean isInBranch() {
        return Branches.of(list).around(key).isPresent();
    }
}
