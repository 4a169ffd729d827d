package dev.orchestrator.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/** What tests say about forms: pages as JSON with single quotes, and the reply that is expected. */
final class FormPages {
    private static final JsonMapper MAPPER = new JsonMapper();

    private FormPages() {}

    /** JSON, which may have single quotes instead of double ones. */
    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.contains("\"") ? text : text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Through text and back, as a client gets it. */
    static JsonNode wire(Object value) {
        try {
            return MAPPER.readTree(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<JsonNode> pages(String... texts) {
        return Arrays.stream(texts).map(FormPages::json).toList();
    }

    static FormReply.NextPage asked(Form form, String... pages) {
        FormReply reply = form.replay(pages(pages));
        assertThat(reply).isInstanceOf(FormReply.NextPage.class);
        return (FormReply.NextPage) reply;
    }

    static JsonNode schema(Form form, String... pages) {
        return wire(asked(form, pages).schema());
    }

    /** One property of the first page. */
    static JsonNode property(Form form, String name) {
        return schema(form).get("properties").get(name);
    }

    static JsonNode input(Form form, String... pages) {
        FormReply reply = form.replay(pages(pages));
        assertThat(reply).isInstanceOf(FormReply.Complete.class);
        ObjectNode input = ((FormReply.Complete) reply).input();
        return wire(input);
    }

    static List<FieldError> errors(Form form, String... pages) {
        FormReply reply = form.replay(pages(pages));
        assertThat(reply).isInstanceOf(FormReply.Invalid.class);
        return ((FormReply.Invalid) reply).errors();
    }

    static FieldError error(Form form, String... pages) {
        List<FieldError> errors = errors(form, pages);
        assertThat(errors).hasSize(1);
        return errors.getFirst();
    }
}
