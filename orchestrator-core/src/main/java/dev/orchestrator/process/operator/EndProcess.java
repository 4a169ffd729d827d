package dev.orchestrator.process.operator;

import dev.orchestrator.process.AbortProcess;
import dev.orchestrator.process.Intervention;

/** Ends a process for good, as {@link AbortProcess} does for a single one. */
public record EndProcess() implements OperatorAction {
    @Override
    public Intervention plan(Situation situation) {
        return AbortProcess.plan(situation.record().process(), situation.operator(), situation.now());
    }
}
