/**
 * Subscriptions over REST: lists, models, what can be done with them, and what customers call them.
 *
 * <p>Start at {@link dev.orchestrator.api.rest.subscription.SubscriptionResource}. Reads what GraphQL reads, through {@link
 * dev.orchestrator.api.subscription.Subscriptions}.
 */
package dev.orchestrator.api.rest.subscription;
