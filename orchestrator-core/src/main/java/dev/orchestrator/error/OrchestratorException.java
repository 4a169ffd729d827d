package dev.orchestrator.error;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A refusal with a stable code; its message is meant for the person who asked and names neither SQL nor classes. */
public class OrchestratorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Violation> violations;

    public OrchestratorException(ErrorCode code, String message) {
        this(code, message, List.of(), null);
    }

    public OrchestratorException(ErrorCode code, String message, Throwable cause) {
        this(code, message, List.of(), cause);
    }

    /** Reports all violations at once, each on a line of its own below the message. */
    public OrchestratorException(ErrorCode code, String message, List<Violation> violations) {
        this(code, message, violations, null);
    }

    private OrchestratorException(ErrorCode code, String message, List<Violation> violations, Throwable cause) {
        super(withViolations(message, violations), cause);
        this.code = code;
        this.violations = List.copyOf(violations);
    }

    public ErrorCode code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** What programs may want to read beside the code, by its key on the wire. */
    public Map<String, Object> details() {
        return Map.of();
    }

    private static String withViolations(String message, List<Violation> violations) {
        if (violations.isEmpty()) {
            return message;
        }
        return violations.stream()
                .map(violation -> "\n  " + violation)
                .collect(Collectors.joining("", message + ":", ""));
    }
}
