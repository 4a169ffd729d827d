package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.math.BigDecimal;

/**
 * A whole number.
 *
 * @param bounds the author's limits
 * @param range what the Java type can hold; checked, but no news to a client that keeps to the bounds
 */
record IntegerType(Bounds bounds, Bounds range) implements FieldType {
    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = Json.object().put("type", "integer");
        bounds.describe(schema);
        return schema;
    }

    @Override
    public JsonNode read(JsonNode input, Findings findings) {
        BigDecimal value = Numbers.readInteger(input, findings);
        if (value == null || bounds.check(value, input, findings) == null) {
            return null;
        }
        return range.check(value, input, findings);
    }
}
