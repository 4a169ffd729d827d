/**
 * Customers' subscriptions: their models, loaded whole and saved by difference.
 *
 * <p>May depend on error, state and product.
 */
package dev.orchestrator.subscription;
