package dev.orchestrator.api.rest.product.postgres;

import dev.orchestrator.api.rest.product.ProductView;
import dev.orchestrator.api.rest.product.Products;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.product.ProductLifecycle;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The products' tables. A read is three statements whatever the number of products, for one join of all three lists would
 * return their product; a change is four, or five when it ends the product's life.
 */
@ApplicationScoped
public class PostgresProducts implements Products, PanacheRepositoryBase<ProductRow, UUID> {
    private static final String BLOCKS = """
            select p from ProductRow p left join fetch p.productBlocks b left join fetch b.resourceTypes
            where 1 = 1
            """;
    private static final String OF_TAG = " and p.tag = :tag";
    private static final String OF_TYPE = " and p.productType = :productType";
    private static final String OF_ID = " and p.productId = :productId";
    private static final String BY_NAME = " order by p.name";

    /** Fill the collections of products that the session already has. */
    private static final String FIXED_INPUTS =
            "select p from ProductRow p left join fetch p.fixedInputs where p.productId in ?1";

    private static final String WORKFLOWS =
            "select p from ProductRow p left join fetch p.workflows where p.productId in ?1";

    private static final String LIVE_SUBSCRIPTIONS =
            "SELECT count(*) FROM subscriptions WHERE product_id = ?1 AND status <> 'terminated'";

    @Override
    @WithSession
    public Uni<List<ProductView>> all(Optional<String> tag, Optional<String> productType) {
        Map<String, Object> values = new HashMap<>();
        tag.ifPresent(given -> values.put("tag", given));
        productType.ifPresent(given -> values.put("productType", given));
        String conditions = (tag.isPresent() ? OF_TAG : "") + (productType.isPresent() ? OF_TYPE : "");
        return rows(conditions, values)
                .map(rows -> rows.stream().map(ProductRow::toView).toList());
    }

    @Override
    @WithSession
    public Uni<ProductView> byId(UUID productId) {
        return row(productId).map(ProductRow::toView);
    }

    @Override
    @WithTransaction
    public Uni<ProductView> change(UUID productId, Optional<String> description, Optional<ProductLifecycle> status) {
        return row(productId)
                .call(row -> status.filter(ProductLifecycle.END_OF_LIFE::equals).isPresent()
                        ? refuseWhileInUse(row)
                        : Uni.createFrom().voidItem())
                .map(row -> {
                    description.ifPresent(text -> row.description = text);
                    status.ifPresent(given -> row.status = given.wireName());
                    return row.toView();
                });
    }

    private Uni<ProductRow> row(UUID productId) {
        return rows(OF_ID, Map.of("productId", productId))
                .map(rows -> rows.stream()
                        .findFirst()
                        .orElseThrow(() -> new OrchestratorException(
                                ErrorCode.UNKNOWN_PRODUCT, "Product " + productId + " does not exist")));
    }

    private Uni<List<ProductRow>> rows(String conditions, Map<String, Object> values) {
        return list(BLOCKS + conditions + BY_NAME, values).call(rows -> {
            List<UUID> ids = rows.stream().map(row -> row.productId).toList();
            return ids.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : list(FIXED_INPUTS, ids).chain(() -> list(WORKFLOWS, ids));
        });
    }

    private static Uni<Void> refuseWhileInUse(ProductRow row) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIVE_SUBSCRIPTIONS, Long.class)
                        .setParameter(1, row.productId)
                        .getSingleResult())
                .invoke(count -> {
                    if (count > 0) {
                        throw new OrchestratorException(
                                ErrorCode.INVALID_INPUT,
                                "Product " + row.name + " can't be at its end of life: " + count
                                        + " of its subscriptions are not terminated");
                    }
                })
                .replaceWithVoid();
    }
}
