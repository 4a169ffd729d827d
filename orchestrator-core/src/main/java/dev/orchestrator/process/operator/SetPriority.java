package dev.orchestrator.process.operator;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.Intervention;
import dev.orchestrator.process.Intervention.Change;
import dev.orchestrator.process.ProcessAction;

/**
 * Lets a process run before or after others that are due, now and whenever it is in the queue again.
 *
 * @param priority lower runs first; a process starts with 5
 */
public record SetPriority(int priority) implements OperatorAction {
    private static final int LOWEST = 9;

    public SetPriority {
        if (priority < 0 || priority > LOWEST) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    "A priority is a whole number from 0, which runs first, to " + LOWEST + "; found " + priority);
        }
    }

    @Override
    public Intervention plan(Situation situation) {
        return Intervention.on(
                situation.record().process(),
                ProcessAction.SET_PRIORITY,
                situation.operator(),
                Change.priority(priority));
    }
}
