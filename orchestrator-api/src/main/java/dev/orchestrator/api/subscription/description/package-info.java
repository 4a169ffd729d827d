/**
 * What customers call subscriptions, changed over GraphQL.
 *
 * <p>Start at {@link dev.orchestrator.api.subscription.description.CustomerDescriptionMutations}. Depends on subscription,
 * on the store that REST has for the same, on process for its errors, and on event.
 */
package dev.orchestrator.api.subscription.description;
