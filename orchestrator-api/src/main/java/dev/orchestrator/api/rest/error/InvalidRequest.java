package dev.orchestrator.api.rest.error;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Serial;
import java.util.List;

/** A request that has not the shape that its endpoint reads: 422, with all that is wrong. */
public final class InvalidRequest extends WebApplicationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int STATUS = 422;

    /** The body of the reply. */
    @RegisterForReflection
    public record Body(List<RequestViolation> detail) {}

    InvalidRequest(List<RequestViolation> violations) {
        super(Response.status(STATUS)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Body(List.copyOf(violations)))
                .build());
    }

    InvalidRequest(RequestViolation violation) {
        this(List.of(violation));
    }

    public static InvalidRequest missingQueryParameter(String name) {
        return new InvalidRequest(RequestViolation.missing(List.of("query", name), null));
    }

    public static InvalidRequest invalidId(String where, String name, String given) {
        return new InvalidRequest(RequestViolation.invalidId(List.of(where, name), given));
    }

    public static InvalidRequest tooLong(String where, String name, int limit, JsonNode given) {
        return new InvalidRequest(RequestViolation.tooLong(List.of(where, name), limit, given));
    }
}
