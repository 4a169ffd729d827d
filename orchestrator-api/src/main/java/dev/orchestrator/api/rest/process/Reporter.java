package dev.orchestrator.api.rest.process;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.orchestrator.api.access.Operators;
import dev.orchestrator.api.rest.error.InvalidRequest;
import dev.orchestrator.process.Operator;
import jakarta.inject.Singleton;

/** Who acts, and why, as a request says it. */
@Singleton
class Reporter {
    private final Operators operators;

    Reporter(Operators operators) {
        this.operators = operators;
    }

    /** SYSTEM when nobody is named. */
    Operator of(String reporter) {
        return of(reporter, null);
    }

    Operator of(String reporter, String reason) {
        requireAtMost(Operator.LONGEST_NAME, "reporter", reporter);
        requireAtMost(Operator.LONGEST_REASON, "reason", reason);
        return operators.of(reporter, reason);
    }

    private static void requireAtMost(int length, String name, String given) {
        if (given != null && given.length() > length) {
            throw InvalidRequest.tooLong("query", name, length, TextNode.valueOf(given));
        }
    }
}
