package dev.orchestrator.subscription;

/**
 * A subscription that uses another or is used by it.
 *
 * @param depth 1 for a direct relation, one more for each subscription in between on the shortest way
 */
public record RelatedSubscription(SubscriptionSummary subscription, int depth) {}
