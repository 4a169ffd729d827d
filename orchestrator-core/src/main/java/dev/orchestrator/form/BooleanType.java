package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.util.Locale;

/** Yes or no, shown as a checkbox. */
record BooleanType() implements FieldType {
    @Override
    public ObjectNode schema(Definitions definitions) {
        return Json.object().put("type", "boolean");
    }

    @Override
    public JsonNode read(JsonNode input, Findings findings) {
        if (input.isBoolean()) {
            return input;
        }
        if (!input.isTextual() && !input.isNumber()) {
            return findings.refuse("bool_type", "Input should be a valid boolean", input);
        }
        String word = input.isNumber() && input.doubleValue() == input.intValue()
                ? String.valueOf(input.intValue())
                : input.asText().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "1", "true", "t", "yes", "y", "on" -> BooleanNode.TRUE;
            case "0", "false", "f", "no", "n", "off" -> BooleanNode.FALSE;
            default ->
                findings.refuse("bool_parsing", "Input should be a valid boolean, unable to interpret input", input);
        };
    }
}
