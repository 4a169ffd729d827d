package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A moment, in whole unix seconds on the wire.
 *
 * @param look how the date picker looks; always present, the web UI fails without
 */
record TimestampType(Bounds bounds, Look look) implements FieldType {
    private static final Bounds RANGE = Bounds.between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond());

    /** Null leaves a choice to the web UI. */
    record Look(boolean showTime, String locale, String dateFormat, String timeFormat) {
        static final Look PLAIN = new Look(true, null, null, null);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return Json.object().put("type", "number").put("format", "timestamp");
    }

    @Override
    public ObjectNode widget() {
        ObjectNode widget = Json.object();
        widget.put("showTimeSelect", look.showTime()).put("locale", look.locale());
        widget.set("min", bounds.find(Bounds.Kind.AT_LEAST));
        widget.set("max", bounds.find(Bounds.Kind.AT_MOST));
        return widget.put("dateFormat", look.dateFormat()).put("timeFormat", look.timeFormat());
    }

    @Override
    public JsonNode read(JsonNode input, Findings findings) {
        BigDecimal value = Numbers.readInteger(input, findings);
        if (value == null || bounds.check(value, input, findings) == null) {
            return null;
        }
        return RANGE.check(value, input, findings);
    }
}
