package dev.orchestrator.workflow;

import dev.orchestrator.state.StateMisfit;
import java.util.Optional;

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

    /** What of a process does not fit the code; it goes on by itself once it does. */
    public enum Misfit {
        /** Its record and the list of steps. */
        STEPS,
        /** Its state and what a step reads of it. */
        STATE
    }

    private final Kind kind;
    private final Misfit misfit;

    private StepFailure(Kind kind, String message, Throwable cause) {
        this(kind, message, cause, null);
    }

    private StepFailure(Kind kind, String message, Throwable cause, Misfit misfit) {
        super(message, cause);
        this.kind = kind;
        this.misfit = misfit;
    }

    public static StepFailure misfit(Misfit misfit, String message) {
        return new StepFailure(Kind.INCONSISTENT_DATA, message, null, misfit);
    }

    /** What the step, or the condition of one, reads is not in the state. */
    public static StepFailure ofState(String place, StateMisfit misfit) {
        return misfit(
                Misfit.STATE,
                place + " can't read the state: " + misfit.getMessage()
                        + ". The steps on record were run by code that wrote it otherwise. Edit the state, migrate it, or read what is"
                        + " there; the process goes on by itself when a worker starts whose code fits.");
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

    public Optional<Misfit> misfit() {
        return Optional.ofNullable(misfit);
    }

    public Kind kind() {
        return kind;
    }
}
