package dev.orchestrator.api.rest.process;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.orchestrator.api.rest.error.InvalidRequest;
import dev.orchestrator.process.Operator;

/** Who acts, and why, as the request says it. */
final class Reporter {
    private static final String NOBODY_NAMED = "SYSTEM";
    private static final int MAX_LENGTH = 100;
    private static final int MAX_REASON = 2_000;

    private Reporter() {}

    /** SYSTEM when nobody is named. */
    static String of(String given) {
        String name = atMost(MAX_LENGTH, "reporter", given);
        return name == null ? NOBODY_NAMED : name;
    }

    static Operator operator(String reporter, String reason) {
        return new Operator(of(reporter), atMost(MAX_REASON, "reason", reason));
    }

    /** Null for nothing. */
    private static String atMost(int length, String name, String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > length) {
            throw InvalidRequest.tooLong("query", name, length, TextNode.valueOf(given));
        }
        return given;
    }
}
