package dev.orchestrator.subscription;

import java.util.UUID;

/** As much of a subscription as a person needs to choose one. */
public record SubscriptionSummary(
        UUID subscriptionId,
        String description,
        SubscriptionLifecycle status,
        boolean insync,
        String product,
        String customerId) {}
