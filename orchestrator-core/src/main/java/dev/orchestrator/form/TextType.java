package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Text; lengths count characters as people do, not UTF-16 units.
 *
 * @param maxLength the limit, or null
 * @param notBlank whether white space alone counts as nothing
 * @param pattern what the whole text must match, or null
 * @param format the widget's format, or null
 */
record TextType(int minLength, Integer maxLength, boolean notBlank, Pattern pattern, String format)
        implements FieldType {
    static final String EMAIL = "email";

    private static final Pattern EMAIL_ADDRESS =
            Pattern.compile("[^@\\s\"(),:;<>\\[\\]\\\\]{1,64}@(?=.{1,253}$)[^@\\s.]+(\\.[^@\\s.]+)+");

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = Json.object().put("type", "string");
        if (minLength > 0) {
            schema.put("minLength", minLength);
        }
        if (maxLength != null) {
            schema.put("maxLength", maxLength);
        }
        // A flag such as case-insensitive can't be said in JSON Schema: then only the server checks.
        if (pattern != null && pattern.flags() == 0) {
            schema.put("pattern", anchored());
        }
        if (format != null) {
            schema.put("format", format);
        }
        return schema;
    }

    /** JSON Schema searches for a pattern, Bean Validation matches the whole text. */
    private String anchored() {
        String text = pattern.pattern();
        boolean whole = text.startsWith("^") && text.endsWith("$") && !text.contains("|");
        return whole ? text : "^(?:" + text + ")$";
    }

    @Override
    public JsonNode read(JsonNode input, Findings findings) {
        if (!input.isTextual()) {
            return findings.refuse("string_type", "Input should be a valid string", input);
        }
        String text = input.asText();
        if (text.indexOf('\0') >= 0) {
            return findings.refuse("string_nul", "String should not contain the NUL character", input);
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return findings.refuse(
                    "string_unicode", "Input should be a valid string, with whole characters only", input);
        }
        return readLength(text, input, findings);
    }

    private JsonNode readLength(String text, JsonNode input, Findings findings) {
        int length = notBlank && text.isBlank() ? 0 : text.codePointCount(0, text.length());
        if (length < minLength) {
            return findings.refuse(
                    "string_too_short",
                    "String should have at least " + characters(minLength),
                    input,
                    Findings.context().put("min_length", minLength));
        }
        if (maxLength != null && length > maxLength) {
            return findings.refuse(
                    "string_too_long",
                    "String should have at most " + characters(maxLength),
                    input,
                    Findings.context().put("max_length", maxLength));
        }
        return readPattern(text, input, findings);
    }

    private JsonNode readPattern(String text, JsonNode input, Findings findings) {
        if (pattern != null && !pattern.matcher(text).matches()) {
            return findings.refuse(
                    "string_pattern_mismatch",
                    "String should match pattern '" + pattern.pattern() + "'",
                    input,
                    Findings.context().put("pattern", pattern.pattern()));
        }
        if (EMAIL.equals(format) && !EMAIL_ADDRESS.matcher(text).matches()) {
            String reason = text.contains("@")
                    ? "It should look like name@example.org"
                    : "An email address must have an @-sign";
            return findings.refuse(
                    "value_error",
                    "value is not a valid email address: " + reason,
                    input,
                    Findings.context().put("reason", reason));
        }
        return input;
    }

    private static String characters(int count) {
        return count + (count == 1 ? " character" : " characters");
    }
}
