package dev.orchestrator.api.product;

import dev.orchestrator.api.listing.Batch;
import dev.orchestrator.product.ProductLifecycle;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Type;

/** A product as it is listed. */
@Type("ProductType")
@DefaultNonNull
@Description("A product with its related product blocks, fixed inputs, workflows and subscriptions.")
public record ProductType(
        UUID productId,
        String name,
        String description,
        String productType,
        ProductLifecycle status,
        String tag,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime endDate,
        @Ignore Batch batch) {

    @Description("Returns the product type")
    public String getType() {
        return productType;
    }
}
