package dev.orchestrator.schedule;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;

/** Times that nothing can be scheduled at; the message says what was expected and what was found. */
public final class InvalidCadence extends OrchestratorException {
    private static final long serialVersionUID = 1L;

    public InvalidCadence(String message) {
        super(ErrorCode.INVALID_SCHEDULE, message);
    }
}
