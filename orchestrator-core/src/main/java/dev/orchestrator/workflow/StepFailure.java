package dev.orchestrator.workflow;

/**
 * Why a step failed.
 *
 * <p>Throw it from a step to say more than {@link Kind#FAILED}; any other exception becomes a FAILED with its message.
 */
public final class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What a failure tells the operator about where to look. */
    public enum Kind {
        /** The step's own work failed. */
        FAILED,
        /** Our record and the outside world contradict one another. */
        INCONSISTENT_DATA,
        /** A system that the step needs does not answer. */
        API_UNAVAILABLE
    }

    private final Kind kind;

    private StepFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public static StepFailure failed(String message) {
        return new StepFailure(Kind.FAILED, message, null);
    }

    public static StepFailure inconsistentData(String message) {
        return new StepFailure(Kind.INCONSISTENT_DATA, message, null);
    }

    public static StepFailure apiUnavailable(String message, Throwable cause) {
        return new StepFailure(Kind.API_UNAVAILABLE, message, cause);
    }

    /** What a thrown exception says of its step. */
    public static StepFailure of(Throwable thrown) {
        if (thrown instanceof StepFailure failure) {
            return failure;
        }
        String message = thrown.getMessage();
        return new StepFailure(
                Kind.FAILED,
                message == null || message.isBlank() ? "The step failed without a message" : message,
                thrown);
    }

    public Kind kind() {
        return kind;
    }
}
