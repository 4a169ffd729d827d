package dev.orchestrator.error;

import static dev.orchestrator.error.ErrorCategory.BAD_REQUEST;
import static dev.orchestrator.error.ErrorCategory.CONFLICT;
import static dev.orchestrator.error.ErrorCategory.INTERNAL;
import static dev.orchestrator.error.ErrorCategory.NOT_AUTHENTICATED;
import static dev.orchestrator.error.ErrorCategory.NOT_AUTHORIZED;
import static dev.orchestrator.error.ErrorCategory.NOT_FOUND;
import static dev.orchestrator.error.ErrorCategory.PRECONDITION_FAILED;
import static dev.orchestrator.error.ErrorCategory.TOO_LARGE;
import static dev.orchestrator.error.ErrorCategory.UNAVAILABLE;
import static dev.orchestrator.error.ErrorCategory.UNPROCESSABLE;

/** Each refusal that the system can utter; the names are stable, clients may rely on them. */
public enum ErrorCode {
    INVALID_INPUT(BAD_REQUEST),
    BODY_TOO_LARGE(TOO_LARGE),
    INVALID_FILTER(BAD_REQUEST),
    INVALID_RANGE(BAD_REQUEST),
    NOT_A_TASK(BAD_REQUEST),
    INVALID_SCHEDULE(BAD_REQUEST),

    /** The request does not say who sends it, where that has to be known. */
    UNKNOWN_USER(NOT_AUTHENTICATED),
    /** The workflow or its question does not let this person do it. */
    NOT_PERMITTED(NOT_AUTHORIZED),

    UNKNOWN_PRODUCT(NOT_FOUND),
    UNKNOWN_PRODUCT_BLOCK(NOT_FOUND),
    UNKNOWN_RESOURCE_TYPE(NOT_FOUND),
    UNKNOWN_SUBSCRIPTION(NOT_FOUND),
    UNKNOWN_WORKFLOW(NOT_FOUND),
    UNKNOWN_PROCESS(NOT_FOUND),
    UNKNOWN_STATE_MIGRATION(NOT_FOUND),
    INVALID_CALLBACK_TOKEN(NOT_FOUND),
    UNKNOWN_CUSTOMER_DESCRIPTION(NOT_FOUND),
    UNKNOWN_LANGUAGE(NOT_FOUND),
    UNKNOWN_SCHEDULE(NOT_FOUND),
    UNKNOWN_FORM(NOT_FOUND),

    /** Somebody else changed the same thing since it was read. */
    VERSION_CONFLICT(CONFLICT),
    /** Another process is changing the subscription. */
    SUBSCRIPTION_BUSY(CONFLICT),
    /** The action does not fit the status of the process. */
    ACTION_NOT_ALLOWED(CONFLICT),
    /** A callback that was answered before, came after its time, or is not waited for yet. */
    CALLBACK_REPEATED(CONFLICT),
    CALLBACK_LATE(CONFLICT),
    CALLBACK_NOT_AWAITED(CONFLICT),
    /** The process runs on a version of its workflow that this program does not have. */
    WORKFLOW_VERSION_MISSING(CONFLICT),

    START_REFUSED(PRECONDITION_FAILED),

    /** The model lacks what its lifecycle demands. */
    MODEL_INCOMPLETE(UNPROCESSABLE),
    FAILED_PROCESSES(UNPROCESSABLE),
    /** What the next step reads is missing in the state, or has another type. */
    STATE_DOES_NOT_FIT(UNPROCESSABLE),
    /** What another system reported is not what the workflow expects. */
    INVALID_REPORT(UNPROCESSABLE),

    ENGINE_LOCKED(UNAVAILABLE),
    DATABASE_UNAVAILABLE(UNAVAILABLE),

    /** Code, registry and record contradict one another. */
    INCONSISTENT_DATA(INTERNAL),
    /** Something went wrong that should not; the log says what. */
    INTERNAL_ERROR(INTERNAL);

    private final ErrorCategory category;

    ErrorCode(ErrorCategory category) {
        this.category = category;
    }

    public ErrorCategory category() {
        return category;
    }
}
