/**
 * How lists become SQL: a fixed table of fields for each list, parameters for all that comes from outside.
 *
 * <p>Start at {@link dev.orchestrator.api.listing.postgres.Listing}, which an adapter declares once for its list. Text from a
 * request is only ever bound to a parameter; names are looked up in {@link dev.orchestrator.api.listing.postgres.ListFields}.
 */
package dev.orchestrator.api.listing.postgres;
