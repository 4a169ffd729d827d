package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a form answers to the pages that were posted so far. */
public sealed interface FormReply {

    /**
     * All pages are there and valid.
     *
     * @param input all pages as one object: defaults filled in, values in their JSON type, what is only shown left out
     * @param pages the same page by page
     */
    record Complete(ObjectNode input, List<ObjectNode> pages) implements FormReply {}

    /**
     * A further page is needed.
     *
     * @param schema the page as JSON Schema
     * @param hasNext whether the page is announced as followed by another one; null where nothing is announced
     */
    record NextPage(ObjectNode schema, Boolean hasNext) implements FormReply {
        public String detail() {
            return "The form is not complete: page \"" + schema.path("title").asText() + "\" is missing";
        }

        /** The value of {@code meta} on the wire. */
        public JsonNode meta() {
            return hasNext == null
                    ? JsonNodeFactory.instance.nullNode()
                    : JsonNodeFactory.instance.objectNode().put("hasNext", hasNext);
        }
    }

    /** A page is not valid; all its errors are listed. */
    record Invalid(String pageTitle, List<FieldError> errors) implements FormReply {
        public String detail() {
            return errors.size()
                    + (errors.size() == 1 ? " validation error for " : " validation errors for ")
                    + pageTitle;
        }
    }

    /** All pages that the form has are valid, and more were posted. */
    record Overflow(int remaining) implements FormReply {
        public String detail() {
            return "Did not process all user_inputs (" + remaining + " remaining)";
        }
    }
}
