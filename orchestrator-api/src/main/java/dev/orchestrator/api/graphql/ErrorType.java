package dev.orchestrator.api.graphql;

import dev.orchestrator.error.ErrorCategory;
import java.util.Locale;

/** The kinds of error that clients tell apart, as {@code extensions.error_type}. */
enum ErrorType {
    BAD_REQUEST,
    NOT_AUTHENTICATED,
    NOT_AUTHORIZED,
    NOT_FOUND,
    CONFLICT,
    UNAVAILABLE,
    INTERNAL_ERROR;

    static ErrorType of(ErrorCategory category) {
        return switch (category) {
            case BAD_REQUEST, TOO_LARGE, PRECONDITION_FAILED, UNPROCESSABLE -> BAD_REQUEST;
            case NOT_AUTHENTICATED -> NOT_AUTHENTICATED;
            case NOT_AUTHORIZED -> NOT_AUTHORIZED;
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT -> CONFLICT;
            case UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> INTERNAL_ERROR;
        };
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
