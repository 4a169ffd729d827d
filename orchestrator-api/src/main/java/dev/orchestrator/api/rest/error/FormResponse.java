package dev.orchestrator.api.rest.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.form.FieldError;
import dev.orchestrator.form.FormReply;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What a form still has to say, as clients of the form protocol read it. */
@RegisterForReflection(targets = FieldError.class)
public final class FormResponse {
    private static final int NEXT_PAGE = 510;
    private static final int INVALID = 400;
    private static final int OVERFLOW = 500;

    /** A further page is needed. */
    @RegisterForReflection
    public record NotComplete(String type, String detail, String title, int status, JsonNode form, JsonNode meta) {}

    /** A page is not valid. */
    @RegisterForReflection
    public record NotValid(String type, String detail, String title, int status, List<FieldError> validationErrors) {}

    /** There are more pages than the form has. */
    @RegisterForReflection
    public record TooMany(String type, String detail, String title, int status) {}

    private FormResponse() {}

    public static Response of(FormReply reply) {
        return switch (reply) {
            case FormReply.NextPage next ->
                response(
                        NEXT_PAGE,
                        new NotComplete(
                                "FormNotCompleteError",
                                next.detail(),
                                "Form not complete",
                                NEXT_PAGE,
                                next.schema(),
                                next.meta()));
            case FormReply.Invalid invalid ->
                response(
                        INVALID,
                        new NotValid(
                                "FormValidationError", invalid.detail(), "Form not valid", INVALID, invalid.errors()));
            case FormReply.Overflow overflow ->
                response(
                        OVERFLOW,
                        new TooMany("FormOverflowError", overflow.detail(), "Internal Server Error", OVERFLOW));
            case FormReply.Complete ignored ->
                throw new IllegalArgumentException("A complete form is for its use case to answer");
        };
    }

    private static Response response(int status, Object body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }
}
