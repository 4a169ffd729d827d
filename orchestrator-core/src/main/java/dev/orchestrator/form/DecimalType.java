package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.math.BigDecimal;

/** A number that may have a fraction. */
record DecimalType(Bounds bounds) implements FieldType {
    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = Json.object().put("type", "number");
        bounds.describe(schema);
        return schema;
    }

    @Override
    public JsonNode read(JsonNode input, Findings findings) {
        BigDecimal value = Numbers.readDecimal(input, findings);
        return value == null ? null : bounds.check(value, input, findings);
    }
}
