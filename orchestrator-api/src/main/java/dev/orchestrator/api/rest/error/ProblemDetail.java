package dev.orchestrator.api.rest.error;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a refusal.
 *
 * @param detail what was expected and what to do, for a person
 * @param title the phrase of the status
 * @param code the name of an {@link ErrorCode}, which stays the same whatever the words; absent where the protocol itself refuses
 * @param details further keys of this code, such as {@code allowed_actions}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDetail(
        String detail,
        int status,
        String title,
        String code,
        @JsonAnyGetter Map<String, Object> details) {

    private static final int UNPROCESSABLE = 422;

    public ProblemDetail(int status, String detail) {
        this(detail, status, title(status), null, Map.of());
    }

    ProblemDetail(int status, String detail, ErrorCode code) {
        this(detail, status, title(status), code.name(), Map.of());
    }

    static ProblemDetail of(int status, OrchestratorException refusal) {
        return new ProblemDetail(
                refusal.getMessage(), status, title(status), refusal.code().name(), refusal.details());
    }

    public Response toResponse() {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(this)
                .build();
    }

    /** Tells the client when it may be worth trying again. */
    Response toResponse(int retrySeconds) {
        return Response.fromResponse(toResponse())
                .header(HttpHeaders.RETRY_AFTER, retrySeconds)
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
