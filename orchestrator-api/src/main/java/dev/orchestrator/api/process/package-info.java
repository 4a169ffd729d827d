/**
 * Processes, read: the list, one with its steps and state, and those of a subscription.
 *
 * <p>Start at {@link dev.orchestrator.api.process.ProcessesQuery}; what is read comes from {@link
 * dev.orchestrator.api.process.Processes}. Depends on graphql, listing, customer, product and subscription.
 */
package dev.orchestrator.api.process;
