/**
 * Subscriptions and blocks as GraphQL types of their own, one for each class of the registry, made when the service
 * starts.
 *
 * <p>Start at {@link dev.orchestrator.api.subscription.typed.TypedSchema}. A subscription to a product that the registry
 * does not know stays a {@code Subscription}. Depends on subscription, listing and graphql.
 */
package dev.orchestrator.api.subscription.typed;
