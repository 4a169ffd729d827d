/**
 * Who holds subscriptions. Customers live in the operator's own administration; we know the one it stands in for.
 *
 * <p>An operator with more replaces {@link dev.orchestrator.api.customer.Customers}. Depends on graphql and listing.
 */
package dev.orchestrator.api.customer;
