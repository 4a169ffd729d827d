package dev.orchestrator.api.subscription;

import dev.orchestrator.api.listing.Batch;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Type;

/** A subscription as it is listed. */
@Type("Subscription")
@DefaultNonNull
@Description("Subscription Type")
public record Subscription(
        UUID subscriptionId,
        String customerId,
        String description,
        @Nullable OffsetDateTime startDate,
        @Nullable OffsetDateTime endDate,
        SubscriptionLifecycle status,
        boolean insync,
        @Nullable String note,
        int version,

        @Description(
                "Product information. Scalar fields only - query the `products` root field with this `productId` for"
                        + " product blocks, fixed inputs and workflows.")
        ProductModel product,

        @Description("Returns metadata of a subscription") Object metadata,
        @Ignore Batch batch)
        implements SubscriptionInterface {}
