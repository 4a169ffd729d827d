/**
 * Subscriptions, read: the list, one with all that hangs below it, and how they are related.
 *
 * <p>Start at {@link dev.orchestrator.api.subscription.SubscriptionsQuery}; what is read comes from {@link
 * dev.orchestrator.api.subscription.Subscriptions}. The blocks of a subscription are told as one flat list by {@link
 * dev.orchestrator.api.subscription.BlockTree}. Depends on graphql, listing, customer and product.
 */
package dev.orchestrator.api.subscription;
