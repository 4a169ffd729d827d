package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** All errors of one page, and the place at which the reader of its input stands. */
final class Findings {
    private final List<Object> location;
    private final List<FieldError> errors;

    Findings() {
        this(List.of(), new ArrayList<>());
    }

    private Findings(List<Object> location, List<FieldError> errors) {
        this.location = location;
        this.errors = errors;
    }

    /** The same findings one level deeper, at a field's name or an item's index. */
    Findings at(Object step) {
        List<Object> deeper = new ArrayList<>(location);
        deeper.add(step);
        return new Findings(List.copyOf(deeper), errors);
    }

    /** Records an error; returns null, the answer of a reader that refuses its input. */
    JsonNode refuse(String type, String message, JsonNode input) {
        return refuse(type, message, input, null);
    }

    JsonNode refuse(String type, String message, JsonNode input, ObjectNode context) {
        errors.add(new FieldError(type, location, message, input, context));
        return null;
    }

    static ObjectNode context() {
        return JsonNodeFactory.instance.objectNode();
    }

    int count() {
        return errors.size();
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }
}
