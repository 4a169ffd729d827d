package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;

/**
 * A field that asks for a value.
 *
 * @param title the label, or null for the one made from the name
 * @param preset the pre-filled value, or null when there is none
 */
record InputField(
        String name,
        FieldType type,
        String title,
        String description,
        boolean optional,
        boolean readOnly,
        JsonNode preset)
        implements Field {

    InputField {
        if (readOnly && preset == null && !optional) {
            throw new IllegalArgumentException("The read-only field " + name + " needs a value: give it by defaults");
        }
        preset = readOnly && preset == null ? NullNode.getInstance() : preset;
    }

    @Override
    public boolean isRequired() {
        return !optional && preset == null;
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = type.schema(definitions);
        boolean named = schema.has("$ref");
        boolean mayBeNull = readOnly ? preset.isNull() : optional;
        if (mayBeNull) {
            ObjectNode either = Json.object();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            schema = either;
        }
        if (title != null || !named) {
            schema.put("title", title == null ? Field.titleFrom(name) : title);
        }
        if (description != null) {
            schema.put("description", description);
        }
        if (!isRequired()) {
            schema.set("default", preset == null ? NullNode.getInstance() : preset);
        }
        describeWidget(schema);
        return schema;
    }

    private void describeWidget(ObjectNode schema) {
        ObjectNode widget = type.widget();
        if (readOnly) {
            schema.set("const", preset);
            widget.put("disabled", true).set("value", preset);
        }
        if (!widget.isEmpty()) {
            schema.set("uniforms", widget);
            schema.set("extraProperties", widget.deepCopy());
        }
    }

    @Override
    public JsonNode read(ObjectNode page, Findings findings) {
        JsonNode given = page.get(name);
        if (readOnly) {
            return given == null || isPreset(given) ? preset : refuseChange(given, findings);
        }
        if (given == null && isRequired()) {
            return findings.refuse("missing", "field required", page);
        }
        JsonNode value = given != null ? given : preset != null ? preset : NullNode.getInstance();
        return optional && value.isNull() ? value : type.read(value, findings);
    }

    /** As lenient as any other field, so that a client may send a number as text or a UUID in capitals. */
    private boolean isPreset(JsonNode given) {
        return given.equals(preset) || preset.equals(type.read(given, new Findings()));
    }

    private JsonNode refuseChange(JsonNode given, Findings findings) {
        String expected = preset.isTextual() ? "'" + preset.asText() + "'" : preset.toString();
        return findings.refuse(
                "literal_error",
                "Input should be " + expected,
                given,
                Findings.context().put("expected", expected));
    }
}
