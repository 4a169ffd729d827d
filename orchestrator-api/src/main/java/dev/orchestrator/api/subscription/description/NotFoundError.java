package dev.orchestrator.api.subscription.description;

import dev.orchestrator.api.subscription.CustomerDescriptionReply;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What a mutation was about does not exist. */
@Type("NotFoundError")
@Description("Error class if a resource couldn't be found (404)")
public record NotFoundError(
        @NonNull @Description("Error message") String message,
        @Nullable @Description("Details of error cause") String details)
        implements CustomerDescriptionReply {}
