package dev.orchestrator.api.rest.access;

import dev.orchestrator.api.access.AccessSettings;
import dev.orchestrator.api.rest.error.EarlyRefusal;
import dev.orchestrator.error.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Lets nobody in who does not say who they are, where that has to be known: at every door but those of other systems. */
final class AccessGate {
    private static final int BEFORE_WHAT_ANSWERS = 9_000;

    /** A callback brings a token of its own; the others say nothing about customers. */
    private static final Pattern OPEN = Pattern.compile(
            "/q/health(/[a-z]+)?|/api/(health/?|metrics/?|translations(/[^/]*)?|processes/[^/]+/callback/[^/]+(/progress)?/?)");

    private final AccessSettings settings;

    AccessGate(AccessSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        settings.userHeader()
                .ifPresent(header -> filters.register(context -> check(context, header), BEFORE_WHAT_ANSWERS));
    }

    private static void check(RoutingContext context, String header) {
        String user = context.request().getHeader(header);
        if ((user == null || user.isBlank()) && !isOpen(context)) {
            EarlyRefusal.answer(
                    context,
                    ErrorCode.UNKNOWN_USER,
                    "Nobody is named in the header '" + header + "'. Log in at the proxy in front of the orchestrator");
        } else {
            context.next();
        }
    }

    /** A path that means another one than it says is not. */
    private static boolean isOpen(RoutingContext context) {
        String path = context.request().path();
        return OPEN.matcher(path).matches() && path.equals(context.normalizedPath());
    }
}
