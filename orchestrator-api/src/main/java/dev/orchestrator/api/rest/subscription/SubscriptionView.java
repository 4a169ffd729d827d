package dev.orchestrator.api.rest.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.api.subscription.ProductModel;
import dev.orchestrator.api.subscription.SubscriptionInterface;
import dev.orchestrator.product.ProductLifecycle;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A subscription without its blocks.
 *
 * @param customerDescriptions always null: clients ask for them where they need them
 * @param metadata left out where it was not asked for
 */
@Schema(name = "SubscriptionSchema")
@RegisterForReflection
public record SubscriptionView(
        UUID subscriptionId,
        UnixTime startDate,
        String description,
        SubscriptionLifecycle status,
        UUID productId,
        String customerId,
        boolean insync,
        String note,
        String name,
        UnixTime endDate,
        ProductSummary product,
        List<Object> customerDescriptions,
        String tag,
        int version,
        @JsonInclude(JsonInclude.Include.NON_NULL) Object metadata) {

    /** The product as it stands with a subscription. */
    @Schema(name = "ProductBaseSchema")
    @RegisterForReflection
    public record ProductSummary(
            UUID productId,
            String name,
            String description,
            String productType,
            ProductLifecycle status,
            String tag,
            UnixTime createdAt,
            UnixTime endDate) {

        static ProductSummary of(ProductModel product, boolean withTimes) {
            return new ProductSummary(
                    product.productId(),
                    product.name(),
                    product.description(),
                    product.productType(),
                    product.status(),
                    product.tag(),
                    withTimes ? time(product.createdAt()) : null,
                    withTimes ? time(product.endDate()) : null);
        }
    }

    public static SubscriptionView of(SubscriptionInterface subscription) {
        return of(subscription, true, null);
    }

    static SubscriptionView withMetadata(SubscriptionInterface subscription) {
        return of(subscription, true, subscription.metadata());
    }

    /** As a process shows it: without the times of its product. */
    public static SubscriptionView ofProcess(SubscriptionInterface subscription) {
        return of(subscription, false, null);
    }

    private static SubscriptionView of(SubscriptionInterface subscription, boolean withProductTimes, Object metadata) {
        return new SubscriptionView(
                subscription.subscriptionId(),
                time(subscription.startDate()),
                subscription.description(),
                subscription.status(),
                subscription.product().productId(),
                subscription.customerId(),
                subscription.insync(),
                subscription.note(),
                subscription.product().name(),
                time(subscription.endDate()),
                ProductSummary.of(subscription.product(), withProductTimes),
                null,
                subscription.product().tag(),
                subscription.version(),
                metadata);
    }

    private static UnixTime time(OffsetDateTime time) {
        return time == null ? null : UnixTime.of(time.toInstant());
    }
}
