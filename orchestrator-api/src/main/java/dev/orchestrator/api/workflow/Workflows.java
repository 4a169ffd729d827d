package dev.orchestrator.api.workflow;

import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import dev.orchestrator.api.product.ProductType;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the workflows that are not deleted; each method is one statement, however many ids it is given. */
public interface Workflows {
    Uni<Page<Workflow>> workflows(ListRequest request);

    Uni<Map<UUID, List<ProductType>>> productsOfWorkflows(Collection<UUID> workflows);

    Uni<Map<UUID, List<Workflow>>> workflowsOfProducts(Collection<UUID> products);
}
