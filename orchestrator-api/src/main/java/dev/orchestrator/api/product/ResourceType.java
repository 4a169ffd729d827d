package dev.orchestrator.api.product;

import dev.orchestrator.api.listing.Batch;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Type;

/** A resource type as it is listed. */
@Type("ResourceType")
@DefaultNonNull
public record ResourceType(
        UUID resourceTypeId,
        String resourceType,
        @Nullable String description,
        @Ignore Batch batch) {}
