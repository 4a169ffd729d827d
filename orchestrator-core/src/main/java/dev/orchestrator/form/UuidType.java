package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orchestrator.state.Json;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A UUID, with or without hyphens, in any case; lower case with hyphens when read. */
record UuidType(String format) implements FieldType {
    static final String PLAIN = "uuid";

    private static final Pattern HYPHENS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern DIGITS =
            Pattern.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");
    private static final Pattern OTHER = Pattern.compile("[^0-9a-f-]");

    @Override
    public ObjectNode schema(Definitions definitions) {
        return Json.object().put("type", "string").put("format", format);
    }

    @Override
    public JsonNode read(JsonNode input, Findings findings) {
        if (!input.isTextual()) {
            return findings.refuse("uuid_type", "UUID input should be a string", input);
        }
        String text = input.asText().toLowerCase(Locale.ROOT);
        if (HYPHENS.matcher(text).matches()) {
            return TextNode.valueOf(text);
        }
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return TextNode.valueOf(digits.replaceAll("$1-$2-$3-$4-$5"));
        }
        String reason = reason(text);
        return findings.refuse(
                "uuid_parsing",
                "Input should be a valid UUID, " + reason,
                input,
                Findings.context().put("error", reason));
    }

    private static String reason(String text) {
        Matcher other = OTHER.matcher(text);
        return other.find()
                ? "invalid character: expected [0-9a-fA-F-], found `"
                        + Character.toString(text.codePointAt(other.start())) + "` at " + (other.start() + 1)
                : "invalid length or grouping: expected 32 digits in groups of 8, 4, 4, 4 and 12";
    }
}
