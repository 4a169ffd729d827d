package dev.orchestrator.state;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** The state does not have what is read from it. */
public final class StateMisfit extends OrchestratorException {
    private static final long serialVersionUID = 1L;

    private StateMisfit(String message) {
        super(ErrorCode.INCONSISTENT_DATA, message);
    }

    static StateMisfit keyMissing(String key) {
        return new StateMisfit("The state has no key '" + key + "': no step or form before this one has written it");
    }

    static StateMisfit of(Class<?> type, List<Violation> violations) {
        return new StateMisfit("The state does not fit " + type.getSimpleName() + ": "
                + violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
    }
}
