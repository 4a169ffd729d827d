package dev.orchestrator.api.rest.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.state.Json;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The answer to a request that is refused before any resource sees it. */
public final class EarlyRefusal {
    private EarlyRefusal() {}

    /** Answers with the error body of the API. */
    public static Future<Void> answer(RoutingContext context, ErrorCode code, String detail) {
        int status = ErrorMappers.status(code.category());
        return context.response()
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
