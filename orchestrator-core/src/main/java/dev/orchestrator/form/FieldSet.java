package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of a page or of an object inside a page, in the order in which they are shown. */
record FieldSet(List<Field> fields) {
    FieldSet {
        fields = List.copyOf(fields);
        Set<String> seen = new HashSet<>();
        fields.forEach(field -> {
            if (!seen.add(field.name())) {
                throw new IllegalArgumentException("The page has two fields with the name " + field.name());
            }
        });
    }

    ObjectNode schema(String title, Definitions definitions) {
        ObjectNode schema = Json.object().put("title", title).put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        fields.forEach(field -> properties.set(field.name(), field.schema(definitions)));
        List<String> required =
                fields.stream().filter(Field::isRequired).map(Field::name).toList();
        if (!required.isEmpty()) {
            schema.set("required", Json.toTree(required));
        }
        return schema.put("additionalProperties", false);
    }

    /** The values in their JSON type with defaults filled in; complete only if nothing was found. */
    ObjectNode read(JsonNode input, Findings findings) {
        ObjectNode values = Json.object();
        if (!(input instanceof ObjectNode given)) {
            findings.refuse("model_type", "Input should be an object", input);
            return values;
        }
        fields.forEach(field -> {
            JsonNode value = field.read(given, findings.at(field.name()));
            if (value != null) {
                values.set(field.name(), value);
            }
        });
        Set<String> known = fields.stream().map(Field::name).collect(Collectors.toSet());
        given.properties().forEach(entry -> {
            if (!known.contains(entry.getKey())) {
                findings.at(entry.getKey())
                        .refuse("extra_forbidden", "Extra inputs are not permitted", entry.getValue());
            }
        });
        return values;
    }
}
