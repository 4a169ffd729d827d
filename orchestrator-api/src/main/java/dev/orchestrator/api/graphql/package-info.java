/**
 * What all of GraphQL shares: the arguments of lists, what is known about a page, and errors beside the data.
 *
 * <p>The root fields are in the features, one class each ({@code ProductsQuery}, {@code ProcessesQuery}, …). Depends on
 * error and listing, and on what reads the bodies of REST.
 */
package dev.orchestrator.api.graphql;
