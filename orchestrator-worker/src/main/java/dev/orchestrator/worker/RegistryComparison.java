package dev.orchestrator.worker;

import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.RegistryCheck;
import dev.orchestrator.workflow.StoredWorkflows;
import dev.orchestrator.workflow.WorkflowCheck;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Lays products and workflows of the code against the database. A difference is told, and holds up nobody else's processes. */
@Singleton
class RegistryComparison {
    private final ProductRegistry registry;
    private final ProductRepository products;
    private final WorkflowRegistry workflows;
    private final StoredWorkflows stored;

    RegistryComparison(
            ProductRegistry registry, ProductRepository products, WorkflowRegistry workflows, StoredWorkflows stored) {
        this.registry = registry;
        this.products = products;
        this.workflows = workflows;
        this.stored = stored;
    }

    List<String> differences() {
        return Stream.concat(
                        RegistryCheck.differences(registry, products.catalogue()).stream(),
                        WorkflowCheck.differences(workflows, stored.all()).stream())
                .map(Object::toString)
                .toList();
    }
}
