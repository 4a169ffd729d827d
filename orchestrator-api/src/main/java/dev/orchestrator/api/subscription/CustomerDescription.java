package dev.orchestrator.api.subscription;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Type;

/** What a customer calls a subscription. */
@Type("CustomerDescription")
@DefaultNonNull
public record CustomerDescription(
        String description,
        String customerId,
        UUID subscriptionId,
        UUID id,
        @Nullable OffsetDateTime createdAt,
        int version)
        implements CustomerDescriptionReply {}
