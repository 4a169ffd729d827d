package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orchestrator.state.Json;

/** A field that is only shown: whatever a client echoes for it is left aside. */
record DisplayField(String name, String title, String description, Display display) implements Field {
    private static final String SUMMARY = "MigrationSummaryValue";
    private static final String BUTTONS = "buttons";

    /** Seen on the web UI 9.0.0: the page breaks before its translations are loaded. */
    private static final String CRASHING = "summary";

    DisplayField {
        if (display instanceof Display.Buttons && !name.equals(BUTTONS)) {
            throw new IllegalArgumentException("The web UI finds buttons only in a field of that name, not in " + name);
        }
        if (display instanceof Display.Summary && name.equals(CRASHING)) {
            throw new IllegalArgumentException(
                    "The web UI can't show a summary in a field of that name; use another one");
        }
    }

    @Override
    public boolean isRequired() {
        return false;
    }

    @Override
    public JsonNode read(ObjectNode page, Findings findings) {
        return null;
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = switch (display) {
            case Display.Label label -> shown("label", TextNode.valueOf(label.text()));
            case Display.Divider divider -> shown("divider", null);
            case Display.Markdown markdown -> shown("markdown", text(markdown));
            case Display.Callout callout -> shown("callout", box(callout));
            case Display.Summary summary -> table(summary, definitions);
            case Display.Buttons buttons ->
                Json.object().put("title", "Buttons").put("type", "object").set("default", looks(buttons));
        };
        if (description != null) {
            schema.put("description", description);
        }
        return schema.put("readOnly", true);
    }

    private ObjectNode shown(String format, JsonNode content) {
        return Json.object()
                .put("title", title == null ? Field.titleFrom(name) : title)
                .put("type", "string")
                .put("format", format)
                .set("default", content);
    }

    /** The web UI takes the table from {@code uniforms}; the definition only exists so that the reference resolves. */
    private static ObjectNode table(Display.Summary summary, Definitions definitions) {
        ObjectNode schema = Json.object();
        schema.put("$ref", definitions.add(SUMMARY, summaryDefinition()));
        schema.putNull("default").put("format", "summary").put("type", "string");
        ObjectNode content = Json.object().set("data", rows(summary));
        schema.set("uniforms", content);
        return schema.set("extraProperties", content.deepCopy());
    }

    private static ObjectNode rows(Display.Summary summary) {
        ObjectNode rows = Json.object();
        rows.set("headers", Json.toTree(summary.headers()));
        rows.set("labels", Json.toTree(summary.labels()));
        return rows.set("columns", Json.toTree(summary.columns()));
    }

    private static ObjectNode text(Display.Markdown markdown) {
        return Json.object()
                .put("content", markdown.content())
                .put("color", markdown.color().wireName());
    }

    private static ObjectNode box(Display.Callout callout) {
        return Json.object()
                .put("header", callout.header())
                .put("message", callout.message())
                .put("icon_type", callout.iconType())
                .put("message_type", callout.messageType().wireName());
    }

    private static ObjectNode summaryDefinition() {
        ObjectNode definition = Json.object().put("title", SUMMARY).put("type", "object");
        definition.putObject("properties");
        return definition;
    }

    private static ObjectNode looks(Display.Buttons buttons) {
        ObjectNode looks = Json.object();
        looks.set("previous", look(buttons.previous()));
        return looks.set("next", look(buttons.next()));
    }

    private static ObjectNode look(Display.Buttons.Button button) {
        ObjectNode look = Json.object();
        if (button != null && button.text() != null) {
            look.put("text", button.text());
        }
        if (button != null && button.color() != null) {
            look.put("color", button.color().wireName());
        }
        return look;
    }
}
