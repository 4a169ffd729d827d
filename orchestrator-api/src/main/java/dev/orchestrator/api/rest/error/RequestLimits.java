package dev.orchestrator.api.rest.error;

import dev.orchestrator.error.ErrorCode;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses, before anything reads them, bodies that are too large and addresses that no database can look up. */
final class RequestLimits {
    private static final int BEFORE_ALL_ELSE = 10_000;
    private static final Duration LINGER = Duration.ofSeconds(2);

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
            refuseBody(context);
        } else if (context.request().uri().toLowerCase(Locale.ROOT).contains("%00")) {
            EarlyRefusal.answer(context, ErrorCode.INVALID_INPUT, "An address does not contain the character U+0000");
        } else if (UnannouncedBody.isIn(context.request())) {
            UnannouncedBody.read(context, maxBody, () -> refuseBody(context));
        } else {
            context.next();
        }
    }

    /** The rest of the body is not read, so nothing else can follow on the connection. */
    private void refuseBody(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        EarlyRefusal.answer(context, ErrorCode.BODY_TOO_LARGE, "A body has at most " + maxBody + " bytes")
                .onSuccess(answered -> close(context));
    }

    /** Not at once, for that takes the answer away from a client which does not look before it has written all. */
    private static void close(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            request.connection().close();
        } else {
            long timer = context.vertx()
                    .setTimer(LINGER.toMillis(), over -> request.connection().close());
            request.endHandler(end -> {
                context.vertx().cancelTimer(timer);
                request.connection().close();
            });
        }
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && LENGTH.matcher(length).matches() ? Long.parseLong(length) : 0;
    }
}
