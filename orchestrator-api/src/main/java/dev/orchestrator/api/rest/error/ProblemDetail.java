package dev.orchestrator.api.rest.error;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * The body of a refusal.
 *
 * @param detail what was expected and what to do, for a person
 * @param title the phrase of the status
 */
@RegisterForReflection
public record ProblemDetail(String detail, int status, String title) {
    private static final int UNPROCESSABLE = 422;

    public ProblemDetail(int status, String detail) {
        this(detail, status, title(status));
    }

    public Response toResponse() {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(this)
                .build();
    }

    private static String title(int status) {
        if (status == UNPROCESSABLE) {
            return "Unprocessable Entity";
        }
        return Optional.ofNullable(Response.Status.fromStatusCode(status))
                .map(Response.Status::getReasonPhrase)
                .orElse("Error");
    }
}
