package dev.orchestrator.worker;

import dev.orchestrator.process.ProcessRepository;
import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.subscription.SubscriptionRepository;
import jakarta.inject.Singleton;

/** What steps read and write through. */
@Singleton
record Repositories(ProductRepository products, SubscriptionRepository subscriptions, ProcessRepository processes) {}
