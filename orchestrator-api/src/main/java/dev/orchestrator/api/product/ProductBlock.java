package dev.orchestrator.api.product;

import dev.orchestrator.api.listing.Batch;
import dev.orchestrator.product.ProductLifecycle;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Type;

/** A product block as it is listed. */
@Type("ProductBlock")
@DefaultNonNull
public record ProductBlock(
        UUID productBlockId,
        String name,
        String description,
        @Nullable String tag,
        ProductLifecycle status,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime endDate,
        @Ignore Batch batch) {}
