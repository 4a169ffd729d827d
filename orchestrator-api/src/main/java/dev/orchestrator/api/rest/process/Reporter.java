package dev.orchestrator.api.rest.process;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.orchestrator.api.rest.error.InvalidRequest;
import dev.orchestrator.process.Operator;

/** Who acts, and why, as the parameters of a request say it. */
final class Reporter {
    private Reporter() {}

    /** SYSTEM when nobody is named. */
    static String of(String given) {
        return operator(given, null).name();
    }

    static Operator operator(String reporter, String reason) {
        requireAtMost(Operator.LONGEST_NAME, "reporter", reporter);
        requireAtMost(Operator.LONGEST_REASON, "reason", reason);
        return new Operator(reporter, reason);
    }

    private static void requireAtMost(int length, String name, String given) {
        if (given != null && given.length() > length) {
            throw InvalidRequest.tooLong("query", name, length, TextNode.valueOf(given));
        }
    }
}
