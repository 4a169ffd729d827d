package dev.orchestrator.api.product;

import dev.orchestrator.api.graphql.EntitySource;
import dev.orchestrator.api.graphql.Representation;
import dev.orchestrator.api.listing.ListRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Products by their id. */
@Singleton
class ProductEntities implements EntitySource {
    private static final String KEY = "productId";

    private final Instance<ProductCatalogue> catalogue;

    ProductEntities(Instance<ProductCatalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Map<String, List<String>> keys() {
        return Map.of("ProductType", List.of(KEY));
    }

    @Override
    public Uni<List<Object>> find(String type, List<Representation> representations) {
        return Representation.byId(representations, KEY, this::byId);
    }

    private Uni<Map<UUID, ProductType>> byId(Collection<UUID> ids) {
        String oneOf = ids.stream().map(UUID::toString).collect(Collectors.joining("|"));
        return catalogue
                .get()
                .products(ListRequest.filteredBy(KEY, oneOf, ids.size()))
                .map(page ->
                        page.items().stream().collect(Collectors.toMap(ProductType::productId, product -> product)));
    }
}
