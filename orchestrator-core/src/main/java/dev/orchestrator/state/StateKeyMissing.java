package dev.orchestrator.state;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;

/** A step asked for a key that no step or form before it has written. */
public final class StateKeyMissing extends OrchestratorException {
    private static final long serialVersionUID = 1L;

    public StateKeyMissing(String key) {
        super(
                ErrorCode.INCONSISTENT_DATA,
                "The state has no key '" + key + "': no step or form before this one has written it");
    }
}
