package dev.orchestrator.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a workflow asks of people or programs before it starts or resumes: pages, each of which may depend on those before.
 *
 * <p>The server remembers nothing between pages: the client posts all pages so far, and they are replayed from the first.
 * Functions of a form are therefore called again for each page and must not change anything.
 */
public sealed interface Form permits FormPage, Form.End {

    /** A page whose fields are the components of a record, in their order; followed by {@link FormPage#then} or the last. */
    static <T extends Record> FormPage<T> page(String title, Class<T> type) {
        return new FormPage<>(title, content -> RecordFields.of(type, content), values -> Json.as(values, type));
    }

    /** A page whose fields are only known at run time; its values are seen as JSON. */
    static FormPage<ObjectNode> page(String title, Consumer<FormFields> fields) {
        return new FormPage<>(title, content -> FormFields.collect(fields, content), ObjectNode::deepCopy);
    }

    /** The form of a workflow that asks nothing: one empty page, so that asking for the form starts nothing. */
    static Form none() {
        return page(null, fields -> {}).unannounced();
    }

    /** No further page; for a wizard that may end early. */
    static Form end() {
        return End.HERE;
    }

    /** Lays the pages posted so far against this form. */
    default FormReply replay(List<? extends JsonNode> pages) {
        return FormReplay.replay(this, pages);
    }

    /** As {@link #replay}, for a process that waits for its form: no pages at all are read as one empty page. */
    default FormReply resume(List<? extends JsonNode> pages) {
        boolean nothingPosted = pages.isEmpty() && this instanceof FormPage;
        return FormReplay.replay(this, nothingPosted ? List.of(Json.object()) : pages);
    }

    /** The place behind the last page. */
    enum End implements Form {
        HERE
    }
}
