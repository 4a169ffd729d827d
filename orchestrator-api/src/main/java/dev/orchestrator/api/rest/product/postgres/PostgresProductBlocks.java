package dev.orchestrator.api.rest.product.postgres;

import dev.orchestrator.api.rest.product.ProductBlockView;
import dev.orchestrator.api.rest.product.ProductBlocks;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The product blocks' table: a read is one statement with the resource types, a change two. */
@ApplicationScoped
public class PostgresProductBlocks implements ProductBlocks, PanacheRepositoryBase<ProductBlockRow, UUID> {
    private static final String ALL = "select b from ProductBlockRow b left join fetch b.resourceTypes order by b.name";
    private static final String BY_ID =
            "select b from ProductBlockRow b left join fetch b.resourceTypes where b.productBlockId = ?1";

    @Override
    @WithSession
    public Uni<List<ProductBlockView>> all() {
        return list(ALL).map(rows -> rows.stream().map(ProductBlockRow::toView).toList());
    }

    @Override
    @WithSession
    public Uni<ProductBlockView> byId(UUID productBlockId) {
        return row(productBlockId).map(ProductBlockRow::toView);
    }

    @Override
    @WithTransaction
    public Uni<ProductBlockView> change(UUID productBlockId, Optional<String> description) {
        return row(productBlockId).map(row -> {
            description.ifPresent(text -> row.description = text);
            return row.toView();
        });
    }

    private Uni<ProductBlockRow> row(UUID productBlockId) {
        return find(BY_ID, productBlockId)
                .singleResult()
                .onFailure(jakarta.persistence.NoResultException.class)
                .transform(none -> new OrchestratorException(
                        ErrorCode.UNKNOWN_PRODUCT_BLOCK, "Product block " + productBlockId + " does not exist"));
    }
}
