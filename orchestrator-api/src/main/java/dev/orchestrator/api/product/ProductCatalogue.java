package dev.orchestrator.api.product;

import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the catalogue; each method is one statement, however many ids it is given. */
public interface ProductCatalogue {
    Uni<Page<ProductType>> products(ListRequest request);

    Uni<Page<ProductBlock>> productBlocks(ListRequest request);

    Uni<Page<ResourceType>> resourceTypes(ListRequest request);

    Uni<Map<UUID, List<ProductBlock>>> blocksOfProducts(Collection<UUID> products);

    /** The names of the blocks of each product and of those below them, each once. */
    Uni<Map<UUID, List<String>>> allBlockNamesOfProducts(Collection<UUID> products);

    Uni<Map<UUID, List<FixedInput>>> fixedInputsOfProducts(Collection<UUID> products);

    Uni<Map<UUID, List<ProductBlock>>> blocksThatBlocksDependOn(Collection<UUID> blocks);

    Uni<Map<UUID, List<ProductBlock>>> blocksThatUseBlocks(Collection<UUID> blocks);

    Uni<Map<UUID, List<ResourceType>>> resourceTypesOfBlocks(Collection<UUID> blocks);

    Uni<Map<UUID, List<ProductBlock>>> blocksOfResourceTypes(Collection<UUID> resourceTypes);
}
