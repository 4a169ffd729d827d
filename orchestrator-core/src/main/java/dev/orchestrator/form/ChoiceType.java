package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.util.List;
import java.util.Map;

/**
 * One of several options.
 *
 * @param name what the kind of choice is called in the schema
 * @param options value to label, in display order
 * @param format the widget's format, or null for a drop-down
 */
record ChoiceType(String name, Map<String, String> options, String format) implements FieldType {
    static final String RADIO = "radio";

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode definition = Json.object().put("title", name).put("type", "string");
        definition.set("enum", Json.toTree(options.keySet()));
        definition.set("options", Json.toTree(options));
        ObjectNode schema = Json.object().put("$ref", definitions.add(name, definition));
        if (format != null) {
            schema.put("format", format);
        }
        return schema;
    }

    @Override
    public JsonNode read(JsonNode input, Findings findings) {
        if (input.isTextual() && options.containsKey(input.asText())) {
            return input;
        }
        String expected = expected();
        return findings.refuse(
                "enum",
                options.isEmpty() ? "There is nothing to choose from" : "Input should be " + expected,
                input,
                Findings.context().put("expected", expected));
    }

    /** {@code 'a', 'b' or 'c'}. */
    private String expected() {
        List<String> quoted =
                options.keySet().stream().map(value -> "'" + value + "'").toList();
        int last = quoted.size() - 1;
        return last < 1
                ? String.join("", quoted)
                : String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last);
    }
}
