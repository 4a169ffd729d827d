package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;

/** One property of a page. */
sealed interface Field permits InputField, DisplayField {
    Pattern WORD = Pattern.compile("(\\p{L})(\\p{L}*)");

    /** The name on the wire, in snake_case. */
    String name();

    ObjectNode schema(Definitions definitions);

    boolean isRequired();

    /** The field's value from the given page, or null when it has none or was refused. */
    JsonNode read(ObjectNode page, Findings findings);

    /** {@code user_group_ids} as {@code User Group Ids}. */
    static String titleFrom(String name) {
        return WORD.matcher(name.replace('_', ' ').strip())
                .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT) + word.group(2));
    }
}
