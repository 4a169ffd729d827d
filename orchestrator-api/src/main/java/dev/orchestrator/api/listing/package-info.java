/**
 * The language of all lists, REST and GraphQL: filters, sorting, text search and pages.
 *
 * <p>A face turns what it was sent into a {@link dev.orchestrator.api.listing.ListRequest} ({@link
 * dev.orchestrator.api.listing.ListParameters} does it for {@code range=0,10}, {@code sort=startedAt,asc} and {@code
 * filter=field,value,…}) and hands it to the feature's list, which answers with a {@link
 * dev.orchestrator.api.listing.Page}. A page carries its {@link dev.orchestrator.api.listing.Page#problems() problems}:
 * filters and sorts that name no field are left out and reported beside the items; GraphQL shows both, REST refuses the request.
 *
 * <p>Filters, all of which must hold: {@code field} in camelCase or snake_case; a leading {@code !} negates the {@code
 * value}, which is cut at {@code |} and {@code -} into alternatives (only at {@code |} for dates and ids). Text is compared
 * whole, whatever its case, with {@code %} and {@code _} as wildcards; times and integers also take {@code >=, <=, >, <}.
 *
 * <p>Text search: {@link dev.orchestrator.api.listing.SearchQuery}.
 *
 * <p>How lists become SQL is in the child package {@code postgres}; only adapters use it. Depends on error.
 */
package dev.orchestrator.api.listing;
