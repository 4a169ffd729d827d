package dev.orchestrator.api.process;

import dev.orchestrator.api.subscription.CustomerDescriptionReply;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import dev.orchestrator.form.FieldError;
import dev.orchestrator.form.FormReply;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** Why a mutation did nothing. */
@Type("MutationError")
@Description("Generic class to capture errors")
public record MutationError(
        @NonNull @Description("Error message") String message,
        @Nullable @Description("Details of error cause") String details)
        implements ProcessCreatedMutationError, ProcessActionsReply, CustomerDescriptionReply {

    static MutationError of(OrchestratorException refusal) {
        String violations =
                refusal.violations().stream().map(Violation::toString).collect(Collectors.joining("\n"));
        return new MutationError(refusal.getMessage(), violations.isEmpty() ? code(refusal) : violations);
    }

    private static String code(OrchestratorException refusal) {
        StringBuilder code = new StringBuilder(refusal.code().name());
        refusal.details()
                .forEach((key, value) ->
                        code.append("; ").append(key).append(": ").append(text(value)));
        return code.toString();
    }

    private static String text(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }

    /** Of a form that is not complete, or not valid. */
    static MutationError of(FormReply reply) {
        return switch (reply) {
            case FormReply.Complete complete -> throw new IllegalArgumentException("A complete form is no error");
            case FormReply.NextPage page ->
                new MutationError(page.detail(), page.schema().toString());
            case FormReply.Invalid invalid ->
                new MutationError(
                        invalid.detail(),
                        invalid.errors().stream().map(MutationError::line).collect(Collectors.joining("\n")));
            case FormReply.Overflow overflow -> new MutationError(overflow.detail(), null);
        };
    }

    private static String line(FieldError error) {
        String place = error.loc().stream().map(Object::toString).collect(Collectors.joining("."));
        return place + ": " + error.msg();
    }
}
