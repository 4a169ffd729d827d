/**
 * Customers' subscriptions and their models, loaded whole and saved by difference.
 *
 * <p>An author starts at {@link dev.orchestrator.subscription.SubscriptionModel} and
 * {@link dev.orchestrator.subscription.ProductBlock}, and names the products in a
 * {@link dev.orchestrator.subscription.ProductCatalog}. The way of a model: its class is read once
 * ({@link dev.orchestrator.subscription.ModelType}, {@link dev.orchestrator.subscription.BlockType}), a
 * {@link dev.orchestrator.subscription.SubscriptionRepository} makes objects of its rows
 * ({@link dev.orchestrator.subscription.ModelAssembler}), checks what the lifecycle demands
 * ({@link dev.orchestrator.subscription.ModelCheck}) and writes the difference
 * ({@link dev.orchestrator.subscription.ModelChanges}). May depend on error, state and product.
 */
package dev.orchestrator.subscription;
