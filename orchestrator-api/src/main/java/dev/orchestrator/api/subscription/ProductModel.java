package dev.orchestrator.api.subscription;

import dev.orchestrator.product.ProductLifecycle;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The product of a subscription, read in the same row. */
@Type("ProductModelGraphql")
@DefaultNonNull
@Description(
        "Scalar product fields only. Does not expose product blocks, fixed inputs or workflows; query the `products`"
                + " root field with this `productId` to retrieve those.")
public record ProductModel(
        UUID productId,
        String name,
        String description,
        String productType,
        String tag,
        ProductLifecycle status,
        @Nullable OffsetDateTime createdAt,
        @Nullable OffsetDateTime endDate) {

    @Description("Returns the product type")
    public String getType() {
        return productType;
    }
}
