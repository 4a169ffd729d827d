package dev.orchestrator.api.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.api.rest.error.JsonBody;
import dev.orchestrator.state.Json;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses bodies that are no GraphQL request, which the framework would answer without a kind of error, or with its own failure. */
@ApplicationScoped
class RequestCheck {
    private static final int BEFORE_GRAPHQL = -1;
    private static final int BAD_REQUEST = 400;

    /** The document itself, and no JSON. */
    private static final String DOCUMENT = "application/graphql";

    private static final Map<String, JsonNodeType> MEMBERS = Map.of(
            "query", JsonNodeType.STRING,
            "operationName", JsonNodeType.STRING,
            "variables", JsonNodeType.OBJECT,
            "extensions", JsonNodeType.OBJECT);

    private final String path;

    RequestCheck(@ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
        this.path = path;
    }

    void register(@Observes Router router) {
        router.post(path)
                .order(BEFORE_GRAPHQL)
                .handler(BodyHandler.create(false))
                .handler(RequestCheck::check);
    }

    private static void check(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith(DOCUMENT)) {
            context.next();
        } else {
            problem(context.body().asString()).ifPresentOrElse(problem -> refuse(context, problem), context::next);
        }
    }

    private static Optional<String> problem(String body) {
        try {
            JsonNode request = Json.mapper().readTree(body == null ? "" : body);
            return request.isObject()
                    ? misfit(request)
                    : Optional.of("Expected a JSON object with the member 'query'; the body is "
                            + (request.isMissingNode() ? "empty" : name(request)));
        } catch (JsonProcessingException e) {
            return Optional.of("Expected a JSON object with the member 'query'. " + JsonBody.reason(e));
        }
    }

    private static Optional<String> misfit(JsonNode request) {
        return MEMBERS.keySet().stream()
                .sorted()
                .filter(member -> !request.path(member).isMissingNode()
                        && !request.path(member).isNull()
                        && request.path(member).getNodeType() != MEMBERS.get(member))
                .map(member -> "Expected '%s' to be %s; it is %s"
                        .formatted(member, name(MEMBERS.get(member)), name(request.path(member))))
                .findFirst();
    }

    private static String name(JsonNode node) {
        return name(node.getNodeType());
    }

    private static String name(JsonNodeType type) {
        String name = type.name().toLowerCase(Locale.ROOT);
        return type == JsonNodeType.NULL
                ? name
                : (type == JsonNodeType.ARRAY || type == JsonNodeType.OBJECT ? "an " : "a ") + name;
    }

    private static void refuse(RoutingContext context, String problem) {
        ObjectNode error = Json.object().put("message", problem);
        error.putObject("extensions").put("error_type", ErrorType.BAD_REQUEST.wireName());
        ObjectNode answer = Json.object();
        answer.putArray("errors").add(error);
        context.response()
                .setStatusCode(BAD_REQUEST)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(answer.toString());
    }
}
