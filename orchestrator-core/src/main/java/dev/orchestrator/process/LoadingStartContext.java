package dev.orchestrator.process;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.product.Product;
import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.workflow.StartContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what a form asks for, each thing once a request. */
final class LoadingStartContext implements StartContext {
    private final String workflowName;
    private final ProcessRepository processes;
    private final ProductRepository products;
    private final SubscriptionRepository subscriptions;
    private final Map<UUID, Optional<SubscriptionModel>> loaded = new HashMap<>();
    private List<Product> productsOfWorkflow;

    LoadingStartContext(
            String workflowName,
            ProcessRepository processes,
            ProductRepository products,
            SubscriptionRepository subscriptions) {
        this.workflowName = workflowName;
        this.processes = processes;
        this.products = products;
        this.subscriptions = subscriptions;
    }

    @Override
    public List<Product> products() {
        if (productsOfWorkflow == null) {
            productsOfWorkflow = products.ofWorkflow(workflowName);
        }
        return productsOfWorkflow;
    }

    @Override
    public Optional<SubscriptionModel> subscription(UUID subscriptionId) {
        return loaded.computeIfAbsent(subscriptionId, this::load);
    }

    private Optional<SubscriptionModel> load(UUID subscriptionId) {
        try {
            return Optional.of(subscriptions.load(subscriptionId));
        } catch (OrchestratorException e) {
            if (e.code() == ErrorCode.UNKNOWN_SUBSCRIPTION) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public int unfinishedProcesses() {
        return processes.unfinished(workflowName);
    }
}
