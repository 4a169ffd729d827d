package dev.orchestrator.api.access;

import dev.orchestrator.process.Operator;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who acts: the person that the proxy has named, or while there is none whoever the request names. */
@Singleton
public class Operators {
    private final AccessSettings settings;
    private final CurrentVertxRequest current;

    Operators(AccessSettings settings, CurrentVertxRequest current) {
        this.settings = settings;
        this.current = current;
    }

    /** The sender of the current request, who gives no reason. */
    public Operator current() {
        return of(null, null);
    }

    /**
     * The sender of the current request, and why.
     *
     * @param reporter whom the request names; null for nobody
     */
    public Operator of(String reporter, String reason) {
        return settings.userHeader()
                .map(header -> known(current.getCurrent().request(), header, reason))
                .orElseGet(() -> new Operator(reporter, reason));
    }

    private Operator known(HttpServerRequest request, String header, String reason) {
        return new Operator(request.getHeader(header), reason, Optional.of(groups(request)));
    }

    private Set<String> groups(HttpServerRequest request) {
        return request.headers().getAll(settings.groupsHeader()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .collect(Collectors.toSet());
    }
}
