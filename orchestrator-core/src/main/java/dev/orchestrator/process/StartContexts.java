package dev.orchestrator.process;

import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.workflow.StartContext;
import dev.orchestrator.workflow.Workflow;
import jakarta.inject.Singleton;

/** Makes what a workflow may ask about the database when a process of it is started. */
@Singleton
public class StartContexts {
    private final ProcessRepository processes;
    private final ProductRepository products;
    private final SubscriptionRepository subscriptions;

    public StartContexts(
            ProcessRepository processes, ProductRepository products, SubscriptionRepository subscriptions) {
        this.processes = processes;
        this.products = products;
        this.subscriptions = subscriptions;
    }

    /** For one request: what it has read once it does not read again. */
    public StartContext of(Workflow workflow) {
        return new LoadingStartContext(workflow.name(), processes, products, subscriptions);
    }
}
