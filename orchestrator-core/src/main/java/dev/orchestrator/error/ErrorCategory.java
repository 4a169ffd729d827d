package dev.orchestrator.error;

/** The kind of refusal; each face of the system maps a category once, REST to a status and GraphQL to an error type. */
public enum ErrorCategory {
    BAD_REQUEST,
    TOO_LARGE,
    NOT_AUTHENTICATED,
    NOT_AUTHORIZED,
    NOT_FOUND,
    CONFLICT,
    PRECONDITION_FAILED,
    UNPROCESSABLE,
    UNAVAILABLE,
    INTERNAL
}
