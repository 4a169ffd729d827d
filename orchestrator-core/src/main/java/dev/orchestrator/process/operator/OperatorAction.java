package dev.orchestrator.process.operator;

import dev.orchestrator.process.Intervention;
import dev.orchestrator.process.Operator;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.workflow.StepList;
import java.time.Instant;
import java.util.Optional;

/** Something that an operator wants done to a process. */
public interface OperatorAction {
    /**
     * A process as an action finds it.
     *
     * @param steps the workflow's steps; empty when this program does not have the workflow
     */
    record Situation(ProcessRecord record, Optional<StepList> steps, Operator operator, Instant now) {}

    /** Whether those may do it whom the workflow names; else the action finds out by itself who may. */
    default boolean isOfWorkflow() {
        return true;
    }

    /**
     * Works out what is to be written; writes nothing itself.
     *
     * @throws dev.orchestrator.error.OrchestratorException when the action does not fit the process, saying why and what does
     */
    Intervention plan(Situation situation);
}
