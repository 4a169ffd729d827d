package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.util.regex.Pattern;

/** A cron expression; only its form is checked here, its meaning is the business of who schedules by it. */
record CronType() implements FieldType {
    private static final String PART = "[0-9A-Za-z*/,#?-]+";
    private static final Pattern EXPRESSION = Pattern.compile("\\s*" + PART + "(\\s+" + PART + "){4}\\s*");

    @Override
    public ObjectNode schema(Definitions definitions) {
        return Json.object().put("type", "string");
    }

    @Override
    public String fixedTitle() {
        return "Cron";
    }

    @Override
    public JsonNode read(JsonNode input, Findings findings) {
        if (!input.isTextual()) {
            return findings.refuse("string_type", "Input should be a valid string", input);
        }
        if (!EXPRESSION.matcher(input.asText()).matches()) {
            String text = "Input should be a cron expression of five fields";
            return findings.refuse(
                    "value_error", text, input, Findings.context().put("error", text));
        }
        return input;
    }
}
