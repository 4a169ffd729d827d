/**
 * The operator's catalogue, read: products, their blocks, fixed inputs and resource types.
 *
 * <p>Start at {@link dev.orchestrator.api.product.ProductsQuery} for GraphQL; what is read comes from {@link
 * dev.orchestrator.api.product.ProductCatalogue}. Depends on graphql and listing.
 */
package dev.orchestrator.api.product;
