package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.util.HashSet;

/**
 * Several values of one type.
 *
 * @param maxItems the limit, or null
 */
record ListType(FieldType item, int minItems, Integer maxItems, boolean unique) implements FieldType {
    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = Json.object().put("type", "array");
        schema.set("items", item.schema(definitions));
        if (minItems > 0) {
            schema.put("minItems", minItems);
        }
        if (maxItems != null) {
            schema.put("maxItems", maxItems);
        }
        if (unique) {
            schema.put("uniqueItems", true);
        }
        return schema;
    }

    @Override
    public JsonNode read(JsonNode input, Findings findings) {
        if (!input.isArray()) {
            return findings.refuse("list_type", "Input should be a valid list", input);
        }
        if (maxItems != null && input.size() > maxItems) {
            return refuseLength("too_long", "at most", "max_length", maxItems, input, findings);
        }
        int before = findings.count();
        ArrayNode items = Json.mapper().createArrayNode();
        for (int i = 0; i < input.size(); i++) {
            JsonNode value = item.read(input.get(i), findings.at(i));
            if (value != null) {
                items.add(value);
            }
        }
        return findings.count() > before ? null : readWhole(items, input, findings);
    }

    private JsonNode readWhole(ArrayNode items, JsonNode input, Findings findings) {
        if (items.size() < minItems) {
            return refuseLength("too_short", "at least", "min_length", minItems, input, findings);
        }
        if (unique && new HashSet<>(items.valueStream().toList()).size() < items.size()) {
            return findings.refuse("unique_list", "List must be unique", input);
        }
        return items;
    }

    private static JsonNode refuseLength(
            String type, String words, String key, int limit, JsonNode input, Findings findings) {
        String items = limit == 1 ? " item" : " items";
        return findings.refuse(
                type,
                "List should have " + words + " " + limit + items + " after validation, not " + input.size(),
                input,
                Findings.context().put("field_type", "List").put(key, limit).put("actual_length", input.size()));
    }
}
