/**
 * The operator's catalogue: product types and product blocks as Java classes, and the names that products have.
 *
 * <p>May depend on error and state.
 */
package dev.orchestrator.product;
