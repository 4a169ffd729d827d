package dev.orchestrator.api.rest.process;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.orchestrator.api.rest.error.InvalidRequest;

/** Who acts, as the request says it. */
final class Reporter {
    private static final String NOBODY_NAMED = "SYSTEM";
    private static final int MAX_LENGTH = 100;

    private Reporter() {}

    /** SYSTEM when nobody is named. */
    static String of(String given) {
        if (given == null || given.isBlank()) {
            return NOBODY_NAMED;
        }
        if (given.length() > MAX_LENGTH) {
            throw InvalidRequest.tooLong("query", "reporter", MAX_LENGTH, TextNode.valueOf(given));
        }
        return given;
    }
}
