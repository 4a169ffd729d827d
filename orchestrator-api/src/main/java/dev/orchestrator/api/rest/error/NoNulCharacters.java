package dev.orchestrator.api.rest.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Refuses the one character that PostgreSQL can't store in a text, before it gets there. */
final class NoNulCharacters {
    private static final char NUL = '\0';

    private NoNulCharacters() {}

    static void check(JsonNode document) {
        Deque<JsonNode> toDo = new ArrayDeque<>();
        toDo.add(document);
        while (!toDo.isEmpty()) {
            JsonNode node = toDo.poll();
            node.forEach(toDo::add);
            node.fieldNames().forEachRemaining(NoNulCharacters::check);
            if (node.isTextual()) {
                check(node.textValue());
            }
        }
    }

    private static void check(String text) {
        if (text.indexOf(NUL) >= 0) {
            throw new InvalidRequest(RequestViolation.of(
                    "value_error", List.of("body"), "Text should not contain the character U+0000", null));
        }
    }
}
