package dev.orchestrator.worker;

import dev.orchestrator.process.Branches;
import dev.orchestrator.process.Checkpoint;
import dev.orchestrator.process.Claim;
import dev.orchestrator.process.Parent;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Step;
import dev.orchestrator.workflow.StepList;
import java.util.Optional;

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

    /** The step that started the process. */
    Optional<Parent> parent() {
        return Optional.ofNullable(record.process().parent());
    }

    /** The checkpoint as one of this step: in a branch it does not say what becomes of the process. */
    Checkpoint own(Checkpoint made) {
        Checkpoint ofProcess = made.of(record.process());
        return isInBranch() ? ofProcess.ofBranch() : ofProcess;
    }
}
