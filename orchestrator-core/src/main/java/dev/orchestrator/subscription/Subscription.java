package dev.orchestrator.subscription;

import dev.orchestrator.product.Product;
import java.time.Instant;
import java.util.UUID;

/**
 * A subscription without its blocks: a customer's right to a product.
 *
 * @param startDate when it became active, or null
 * @param endDate when it was terminated, or null
 * @param note what people wrote down about it, or null
 * @param version raised by one with each change; 0 for one that is not yet stored
 */
public record Subscription(
        UUID subscriptionId,
        Product product,
        String customerId,
        String description,
        SubscriptionLifecycle status,
        boolean insync,
        Instant startDate,
        Instant endDate,
        String note,
        int version) {

    /** One that is not yet stored. */
    static Subscription initial(UUID subscriptionId, Product product, String customerId) {
        return new Subscription(
                subscriptionId,
                product,
                customerId,
                product.description(),
                SubscriptionLifecycle.INITIAL,
                false,
                null,
                null,
                null,
                0);
    }

    Subscription description(String description) {
        return new Subscription(
                subscriptionId, product, customerId, description, status, insync, startDate, endDate, note, version);
    }

    Subscription status(SubscriptionLifecycle status) {
        return new Subscription(
                subscriptionId, product, customerId, description, status, insync, startDate, endDate, note, version);
    }

    Subscription insync(boolean insync) {
        return new Subscription(
                subscriptionId, product, customerId, description, status, insync, startDate, endDate, note, version);
    }

    Subscription startDate(Instant startDate) {
        return new Subscription(
                subscriptionId, product, customerId, description, status, insync, startDate, endDate, note, version);
    }

    Subscription endDate(Instant endDate) {
        return new Subscription(
                subscriptionId, product, customerId, description, status, insync, startDate, endDate, note, version);
    }

    Subscription note(String note) {
        return new Subscription(
                subscriptionId, product, customerId, description, status, insync, startDate, endDate, note, version);
    }

    Subscription version(int version) {
        return new Subscription(
                subscriptionId, product, customerId, description, status, insync, startDate, endDate, note, version);
    }
}
