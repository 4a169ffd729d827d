package dev.orchestrator.api.rest.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The fields of a body that is an object. Ask for all of them, then {@link #check}: what is wrong is reported together, and
 * until then a field that is wrong reads as null.
 */
public final class BodyFields {
    private final ObjectNode body;
    private final List<RequestViolation> violations = new ArrayList<>();

    BodyFields(ObjectNode body) {
        this.body = body;
    }

    public void check() {
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
    }

    /** The value that was just asked for, once it is known to be right. */
    public <T> T checked(T value) {
        check();
        return value;
    }

    public ObjectNode document() {
        return body;
    }

    public boolean has(String name) {
        return body.has(name);
    }

    public String text(String name) {
        return require(name) ? textOf(name, Integer.MAX_VALUE) : null;
    }

    /** Null when the field is absent or null. */
    public String optionalText(String name, int maxLength) {
        return body.hasNonNull(name) ? textOf(name, maxLength) : null;
    }

    public UUID id(String name) {
        return require(name) ? idOf(name) : null;
    }

    /** Null when the field is absent or null. */
    public UUID optionalId(String name) {
        return body.hasNonNull(name) ? idOf(name) : null;
    }

    private UUID idOf(String name) {
        String given = body.get(name).asText();
        Optional<UUID> id = Ids.parse(given);
        if (id.isEmpty()) {
            violations.add(RequestViolation.invalidId(at(name), given));
        }
        return id.orElse(null);
    }

    public boolean flag(String name) {
        if (!require(name)) {
            return false;
        }
        JsonNode value = body.get(name);
        if (!value.isBoolean()) {
            add("bool_type", name, "Input should be a valid boolean", value);
        }
        return value.asBoolean();
    }

    public int integer(String name) {
        if (!require(name)) {
            return 0;
        }
        Integer value = optionalInteger(name);
        if (body.get(name).isNull()) {
            add("int_type", name, "Input should be a valid integer", body.get(name));
        }
        return value == null ? 0 : value;
    }

    /** An instant as ISO text, such as {@code 2026-02-01T08:00:00Z}. */
    public Instant time(String name) {
        if (!require(name)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(body.get(name).asText()).toInstant();
        } catch (DateTimeParseException e) {
            add(
                    "datetime_parsing",
                    name,
                    "Input should be a valid datetime with its offset, such as 2026-02-01T08:00:00Z",
                    body.get(name));
            return null;
        }
    }

    public ObjectNode object(String name) {
        if (!require(name)) {
            return null;
        }
        if (body.get(name) instanceof ObjectNode fields) {
            return fields;
        }
        add("dict_type", name, "Input should be a valid dictionary", body.get(name));
        return null;
    }

    /** The pages of a form. */
    public List<JsonNode> pages(String name) {
        List<JsonNode> pages = new ArrayList<>();
        if (require(name)) {
            body.get(name).forEach(pages::add);
            if (!body.get(name).isArray() || !pages.stream().allMatch(JsonNode::isObject)) {
                add("list_type", name, "Input should be a valid list of dictionaries", body.get(name));
            }
        }
        return pages;
    }

    /** Null when the field is absent or null. */
    public Integer optionalInteger(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.canConvertToInt() || !value.canConvertToExactIntegral()) {
            add("int_type", name, "Input should be a valid integer", value);
            return null;
        }
        return value.intValue();
    }

    /** As {@link #optionalWord}, and required. */
    public <T> T word(String name, String expected, Function<String, Optional<T>> parse) {
        if (!body.hasNonNull(name)) {
            violations.add(RequestViolation.missing(at(name), body));
        }
        return optionalWord(name, expected, parse);
    }

    /**
     * A word of a fixed set; null when the field is absent or null.
     *
     * @param expected the words, for the message
     */
    public <T> T optionalWord(String name, String expected, Function<String, Optional<T>> parse) {
        if (!body.hasNonNull(name)) {
            return null;
        }
        Optional<T> word = parse.apply(body.get(name).asText());
        if (word.isEmpty()) {
            add("enum", name, "Input should be " + expected, body.get(name));
        }
        return word.orElse(null);
    }

    /** Empty when the field is absent or null. */
    public ObjectNode optionalObject(String name) {
        JsonNode value = body.path(name);
        if (value instanceof ObjectNode object) {
            return object;
        }
        if (body.hasNonNull(name)) {
            add("dict_type", name, "Input should be a valid dictionary", value);
        }
        return Json.object();
    }

    /** Objects in a list; empty when the field is absent or null. */
    public List<ObjectNode> optionalObjects(String name) {
        JsonNode value = body.path(name);
        List<ObjectNode> objects = new ArrayList<>();
        if (body.hasNonNull(name) && !value.isArray()) {
            add("list_type", name, "Input should be a valid list", value);
        }
        for (JsonNode each : value) {
            if (each instanceof ObjectNode object) {
                objects.add(object);
            } else {
                add("dict_type", name, "Input should be a list of valid dictionaries", each);
            }
        }
        return objects;
    }

    private String textOf(String name, int maxLength) {
        JsonNode value = body.get(name);
        if (!value.isTextual()) {
            add("string_type", name, "Input should be a valid string", value);
            return null;
        }
        if (value.textValue().length() > maxLength) {
            violations.add(RequestViolation.tooLong(at(name), maxLength, value));
            return null;
        }
        return value.textValue();
    }

    private boolean require(String name) {
        if (!body.has(name)) {
            violations.add(RequestViolation.missing(at(name), body));
        }
        return body.has(name);
    }

    private void add(String type, String name, String message, JsonNode input) {
        violations.add(RequestViolation.of(type, at(name), message, input));
    }

    private static List<Object> at(String name) {
        return List.of("body", name);
    }
}
