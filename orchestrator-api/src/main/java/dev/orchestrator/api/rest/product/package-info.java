/**
 * The catalogue over REST: products, their blocks and the resource types of those.
 *
 * <p>Start at {@link dev.orchestrator.api.rest.product.ProductResource}. What is structural comes with migrations; here only
 * descriptions and a product's status change. Depends on error, json and workflow.
 */
package dev.orchestrator.api.rest.product;
