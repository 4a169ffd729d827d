package dev.orchestrator.api.rest.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.state.Json;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses, before anything reads them, bodies that are too large and addresses that no database can look up. */
final class RequestLimits {
    private static final int BEFORE_ALL_ELSE = 10_000;
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private final long maxBody;

    RequestLimits(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
        this.maxBody = maxBody.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_ELSE);
    }

    private void check(RoutingContext context) {
        if (length(context.request()) > maxBody) {
            // The rest of the body is not read, so nothing else can follow on a connection without streams.
            if (context.request().version() != HttpVersion.HTTP_2) {
                context.response().putHeader(HttpHeaders.CONNECTION, "close");
            }
            refuse(context, ErrorCode.BODY_TOO_LARGE, "A body has at most " + maxBody + " bytes");
        } else if (context.request().uri().toLowerCase(Locale.ROOT).contains("%00")) {
            refuse(context, ErrorCode.INVALID_INPUT, "An address does not contain the character U+0000");
        } else {
            context.next();
        }
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && LENGTH.matcher(length).matches() ? Long.parseLong(length) : 0;
    }

    private static void refuse(RoutingContext context, ErrorCode code, String detail) {
        int status = ErrorMappers.status(code.category());
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(body(new ProblemDetail(status, detail, code)));
    }

    private static String body(ProblemDetail problem) {
        try {
            return Json.mapper().writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of texts can be written as JSON", e);
        }
    }
}
