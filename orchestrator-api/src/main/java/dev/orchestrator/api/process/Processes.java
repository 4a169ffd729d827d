package dev.orchestrator.api.process;

import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import dev.orchestrator.api.product.ProductType;
import dev.orchestrator.process.ProcessStep;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads processes; each method is one statement, however many ids it is given. */
public interface Processes {
    Uni<Page<ProcessType>> processes(ListRequest request);

    Uni<Map<UUID, Page<ProcessType>>> ofSubscriptions(Collection<UUID> subscriptions, ListRequest request);

    Uni<Map<UUID, Page<ProcessType>>> children(Collection<UUID> processes, ListRequest request);

    /** The process that has started each; those that people or programs started are left out. */
    Uni<Map<UUID, ProcessType>> parents(Collection<UUID> processes);

    /** The product of the first subscription of each process. */
    Uni<Map<UUID, ProductType>> products(Collection<UUID> processes);

    /** The recorded steps of each process in their order. */
    Uni<Map<UUID, List<ProcessStep>>> steps(Collection<UUID> processes);
}
