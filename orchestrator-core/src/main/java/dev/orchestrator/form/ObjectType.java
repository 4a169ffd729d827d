package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;

/** Fields inside a field. */
record ObjectType(String name, FieldSet fields) implements FieldType {
    @Override
    public ObjectNode schema(Definitions definitions) {
        return Json.object().put("$ref", definitions.add(name, fields.schema(name, definitions)));
    }

    @Override
    public JsonNode read(JsonNode input, Findings findings) {
        int before = findings.count();
        ObjectNode values = fields.read(input, findings);
        return findings.count() > before ? null : values;
    }
}
