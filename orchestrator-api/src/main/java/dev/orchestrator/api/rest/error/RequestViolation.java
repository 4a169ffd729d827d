package dev.orchestrator.api.rest.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orchestrator.state.Json;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * One thing that is wrong with the shape of a request.
 *
 * @param type a stable word for the kind of error
 * @param loc where: {@code body}, {@code path} or {@code query}, then the name or index
 * @param input what was given
 * @param ctx the limits that the message speaks of, or null
 */
@RegisterForReflection
public record RequestViolation(
        String type,
        List<Object> loc,
        String msg,
        JsonNode input,
        @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Object> ctx) {

    static RequestViolation of(String type, List<Object> loc, String msg, JsonNode input) {
        return new RequestViolation(type, loc, msg, input == null ? NullNode.getInstance() : input, null);
    }

    static RequestViolation missing(List<Object> loc, JsonNode input) {
        return of("missing", loc, "Field required", input);
    }

    static RequestViolation invalidJson(String error) {
        return new RequestViolation(
                "json_invalid", List.of("body", 0), "JSON decode error", Json.object(), Map.of("error", error));
    }

    static RequestViolation invalidId(List<Object> loc, String given) {
        String error = "an id is 32 hexadecimal digits in the groups 8-4-4-4-12";
        return new RequestViolation(
                "uuid_parsing",
                loc,
                "Input should be a valid UUID, " + error,
                TextNode.valueOf(given),
                Map.of("error", error));
    }

    static RequestViolation tooLong(List<Object> loc, int limit, JsonNode input) {
        return new RequestViolation(
                "string_too_long",
                loc,
                "String should have at most " + limit + " characters",
                input,
                Map.of("max_length", limit));
    }
}
