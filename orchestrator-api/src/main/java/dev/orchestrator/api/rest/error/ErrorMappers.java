package dev.orchestrator.api.rest.error;

import dev.orchestrator.error.DatabaseOutage;
import dev.orchestrator.error.ErrorCategory;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns each exception into a reply; what was not expected is logged under an id, and only the id is told. */
final class ErrorMappers {
    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);
    private static final int INTERNAL_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_SECONDS = 1;
    private static final String AWAY = "The database is not available; try again later";

    /** The body for a path or method that does not exist. */
    @RegisterForReflection
    record Unknown(String detail) {}

    @ServerExceptionMapper
    Response refusal(OrchestratorException refusal, UriInfo uri) {
        // With a cause, the message may quote somebody else's words.
        if (refusal.code().category() == ErrorCategory.INTERNAL && refusal.getCause() != null) {
            return unexpected(refusal, uri);
        }
        return ProblemDetail.of(status(refusal.code().category()), refusal).toResponse();
    }

    @ServerExceptionMapper
    Response unknownPath(NotFoundException ignored) {
        return unknown(Response.Status.NOT_FOUND, "Not Found").build();
    }

    @ServerExceptionMapper
    Response unknownMethod(NotAllowedException refusal) {
        return unknown(Response.Status.METHOD_NOT_ALLOWED, "Method Not Allowed")
                .header(HttpHeaders.ALLOW, refusal.getResponse().getHeaderString(HttpHeaders.ALLOW))
                .build();
    }

    @ServerExceptionMapper
    Response ofTheProtocol(WebApplicationException refusal, UriInfo uri) {
        Response response = refusal.getResponse();
        if (response.hasEntity()) {
            return response;
        }
        return response.getStatus() >= INTERNAL_ERROR
                ? unexpected(refusal, uri)
                : new ProblemDetail(
                                response.getStatus(), response.getStatusInfo().getReasonPhrase())
                        .toResponse();
    }

    /** Of a body that can't be read to its end the server has answered by itself, or nobody is there any more who would listen. */
    @ServerExceptionMapper
    Response unreadable(IOException failure, UriInfo uri, HttpServerResponse answer) {
        if (answer.headWritten() || answer.closed()) {
            LOG.debugf(failure, "The body for %s was not read to its end", uri.getPath());
            return Response.noContent().build();
        }
        return unexpected(failure, uri);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, UriInfo uri) {
        UUID id = UUID.randomUUID();
        if (DatabaseOutage.isCauseOf(failure)) {
            LOG.errorf("The database is not available for %s: %s (%s)", uri.getPath(), failure.getMessage(), id);
            return new ProblemDetail(UNAVAILABLE, AWAY, ErrorCode.DATABASE_UNAVAILABLE).toResponse(RETRY_SECONDS);
        }
        LOG.errorf(failure, "Request for %s failed: error %s", uri.getPath(), id);
        return new ProblemDetail(
                        INTERNAL_ERROR,
                        "Something went wrong that should not; the server's log tells more under the id " + id,
                        ErrorCode.INTERNAL_ERROR)
                .toResponse();
    }

    private static Response.ResponseBuilder unknown(Response.Status status, String detail) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(new Unknown(detail));
    }

    static int status(ErrorCategory category) {
        return switch (category) {
            case BAD_REQUEST -> 400;
            case TOO_LARGE -> 413;
            case NOT_AUTHENTICATED -> 401;
            case NOT_AUTHORIZED -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case PRECONDITION_FAILED -> 412;
            case UNPROCESSABLE -> 422;
            case UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> INTERNAL_ERROR;
        };
    }
}
