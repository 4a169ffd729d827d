package dev.orchestrator.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One thing that is wrong with a page, as the web UI reads it.
 *
 * @param type a stable word for the kind of error, such as {@code string_too_short}
 * @param loc the field and, inside it, names and indexes; {@code __root__} for the page as a whole
 * @param msg what was expected, for people
 * @param input what was given
 * @param ctx the limits that the message speaks of, or null
 */
public record FieldError(
        String type,
        List<Object> loc,
        String msg,
        @JsonInclude(JsonInclude.Include.ALWAYS) JsonNode input,
        @JsonInclude(JsonInclude.Include.NON_NULL) ObjectNode ctx) {
    /** The location of an error of the whole page. */
    public static final String ROOT = "__root__";
}
