package dev.orchestrator.process;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An action does not fit where the process stands; says which ones do. */
public final class ActionNotAllowed extends OrchestratorException {
    private static final long serialVersionUID = 1L;

    private final transient List<ProcessAction> allowed;

    public ActionNotAllowed(String message, ProcessStatus status) {
        super(ErrorCode.ACTION_NOT_ALLOWED, message + "; " + what(ProcessAction.allowedAt(status)));
        this.allowed = ProcessAction.allowedAt(status);
    }

    /** The names of the actions that fit the status of the process. */
    public List<String> allowedActions() {
        return allowed.stream().map(ProcessAction::wireName).toList();
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("allowed_actions", allowedActions());
    }

    private static String what(List<ProcessAction> allowed) {
        return allowed.isEmpty()
                ? "it has ended, nothing can be done to it any more"
                : "allowed now: "
                        + allowed.stream().map(ProcessAction::wireName).collect(Collectors.joining(", "));
    }
}
