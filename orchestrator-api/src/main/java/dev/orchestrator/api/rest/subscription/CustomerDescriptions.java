package dev.orchestrator.api.rest.subscription;

import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What customers call subscriptions; each method is one statement. */
public interface CustomerDescriptions {
    /** What a customer calls a subscription. */
    @Schema(name = "SubscriptionDescriptionBaseSchema")
    record Content(String description, String customerId, UUID subscriptionId) {}

    /** How a change ended. */
    enum Outcome {
        CHANGED,
        /** There is none with this id, customer and subscription. */
        UNKNOWN,
        /** Somebody has changed it since it was read. */
        STALE
    }

    Optional<CustomerDescriptionView> byId(UUID id);

    Optional<CustomerDescriptionView> of(String customerId, UUID subscriptionId);

    /** False when the customer has a description of the subscription already, or there is no such subscription. */
    boolean add(Content content);

    /**
     * Changes the text of a description and raises its version; it stays with its customer and subscription.
     *
     * @param version the version that was read, or null to overwrite any
     */
    Outcome change(UUID id, Content content, Integer version);

    /** False when there is none. */
    boolean delete(UUID id);
}
