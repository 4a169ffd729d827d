/**
 * The operator's catalogue: its products with their fixed inputs, and the types that values may have.
 *
 * <p>Start at {@link dev.orchestrator.product.Product}. The classes that authors write for products and blocks, and the
 * registry that knows them by name, are in {@code subscription}, for what they demand depends on a subscription's
 * lifecycle. May depend on error and state.
 */
package dev.orchestrator.product;
