package dev.orchestrator.api.rest.product.postgres;

import dev.orchestrator.api.rest.product.ResourceTypeView;
import dev.orchestrator.api.rest.product.ResourceTypes;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The resource types' table: a read is one statement, a change two. */
@ApplicationScoped
public class PostgresResourceTypes implements ResourceTypes, PanacheRepositoryBase<ResourceTypeRow, UUID> {
    @Override
    @WithSession
    public Uni<List<ResourceTypeView>> all() {
        return list("order by resourceType")
                .map(rows -> rows.stream().map(ResourceTypeRow::toView).toList());
    }

    @Override
    @WithSession
    public Uni<ResourceTypeView> byId(UUID resourceTypeId) {
        return row(resourceTypeId).map(ResourceTypeRow::toView);
    }

    @Override
    @WithTransaction
    public Uni<ResourceTypeView> describe(UUID resourceTypeId, String description) {
        return row(resourceTypeId).map(row -> {
            row.description = description;
            return row.toView();
        });
    }

    private Uni<ResourceTypeRow> row(UUID resourceTypeId) {
        return findById(resourceTypeId)
                .onItem()
                .ifNull()
                .failWith(() -> new OrchestratorException(
                        ErrorCode.UNKNOWN_RESOURCE_TYPE, "Resource type " + resourceTypeId + " does not exist"));
    }
}
