package dev.orchestrator.api.subscription;

import dev.orchestrator.api.listing.Batch;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/** What all subscriptions have, whatever their product. */
@Name("SubscriptionInterface")
@DefaultNonNull
@Description("Virtual base interface for subscriptions")
public interface SubscriptionInterface {
    @Name("subscriptionId")
    UUID subscriptionId();

    @Name("customerId")
    String customerId();

    @Name("description")
    String description();

    @Name("startDate")
    @Nullable
    OffsetDateTime startDate();

    @Name("endDate")
    @Nullable
    OffsetDateTime endDate();

    @Name("status")
    SubscriptionLifecycle status();

    @Name("insync")
    boolean insync();

    @Name("note")
    @Nullable
    String note();

    @Name("version")
    int version();

    @Name("product")
    @Description("Product information. Scalar fields only - query the `products` root field with this `productId` for"
            + " product blocks, fixed inputs and workflows.")
    ProductModel product();

    @Name("metadata")
    @Description("Returns metadata of a subscription")
    Object metadata();

    /** The subscriptions that were read together with this one. */
    Batch batch();
}
