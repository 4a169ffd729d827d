package dev.orchestrator.api.rest.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the body of a request, and refuses with {@link InvalidRequest} what is no JSON or has another shape. */
public final class JsonBody {
    private static final ObjectReader READER =
            Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final List<Object> BODY = List.of("body");

    private JsonBody() {}

    /** The document, or JSON's null for an empty body. */
    public static JsonNode read(byte[] body) {
        if (body == null || body.length == 0) {
            return NullNode.getInstance();
        }
        JsonNode document = parse(body);
        NoNulCharacters.check(document);
        return document;
    }

    /** An object with the fields that the caller then asks for. */
    public static BodyFields object(byte[] body) {
        JsonNode document = read(body);
        if (body == null || body.length == 0) {
            throw new InvalidRequest(RequestViolation.missing(BODY, null));
        }
        if (!(document instanceof ObjectNode fields)) {
            throw new InvalidRequest(RequestViolation.of(
                    "model_attributes_type",
                    BODY,
                    "Input should be a valid dictionary or object to extract fields from",
                    document));
        }
        return new BodyFields(fields);
    }

    /** As {@link #object}; no body is an object without fields. */
    public static BodyFields objectOrNothing(byte[] body) {
        return body == null || body.length == 0 ? new BodyFields(Json.object()) : object(body);
    }

    /** The pages of a form; null is none. */
    public static List<ObjectNode> pages(byte[] body) {
        JsonNode document = read(body);
        if (body == null || body.length == 0) {
            throw new InvalidRequest(RequestViolation.missing(BODY, null));
        }
        return document.isNull() ? List.of() : listOfPages(document);
    }

    /** The pages of a form that is answered later; nothing, an empty object and an empty list are one empty page. */
    public static List<ObjectNode> pagesOrNothing(byte[] body) {
        JsonNode document = read(body);
        if (document instanceof ObjectNode page) {
            return List.of(page);
        }
        List<ObjectNode> pages = document.isNull() ? List.of() : listOfPages(document);
        return pages.isEmpty() ? List.of(Json.object()) : pages;
    }

    private static List<ObjectNode> listOfPages(JsonNode document) {
        if (!document.isArray()) {
            throw new InvalidRequest(RequestViolation.of("list_type", BODY, "Input should be a valid list", document));
        }
        List<ObjectNode> pages = new ArrayList<>();
        List<RequestViolation> violations = new ArrayList<>();
        for (int i = 0; i < document.size(); i++) {
            if (document.get(i) instanceof ObjectNode page) {
                pages.add(page);
            } else {
                violations.add(RequestViolation.of(
                        "dict_type", List.of("body", i), "Input should be a valid dictionary", document.get(i)));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        return pages;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return READER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new InvalidRequest(RequestViolation.invalidJson(reason(e)));
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }

    /** What is wrong with a body; the parser's own words name classes and settings of ours. */
    public static String reason(JsonProcessingException e) {
        return e.getLocation() == null
                ? "The body is not JSON, or is nested too deeply"
                : "The body is not JSON, or is nested too deeply, at line %d column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
