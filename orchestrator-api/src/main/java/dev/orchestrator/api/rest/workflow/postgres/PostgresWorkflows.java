package dev.orchestrator.api.rest.workflow.postgres;

import dev.orchestrator.api.rest.workflow.WorkflowView;
import dev.orchestrator.api.rest.workflow.Workflows;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.workflow.Target;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The workflows' table: a read is one statement, a change two. */
@ApplicationScoped
public class PostgresWorkflows implements Workflows, PanacheRepositoryBase<WorkflowRow, UUID> {
    @Override
    @WithSession
    public Uni<List<WorkflowView>> all(Optional<Target> target) {
        return target.map(given -> list("deletedAt is null and target = ?1 order by name", given))
                .orElseGet(() -> list("deletedAt is null order by name"))
                .map(rows -> rows.stream().map(WorkflowRow::toView).toList());
    }

    @Override
    @WithSession
    public Uni<WorkflowView> byId(UUID workflowId) {
        return row(workflowId).map(WorkflowRow::toView);
    }

    @Override
    @WithTransaction
    public Uni<WorkflowView> describe(UUID workflowId, String description) {
        return row(workflowId).map(row -> {
            row.description = description;
            return row.toView();
        });
    }

    private Uni<WorkflowRow> row(UUID workflowId) {
        return find("workflowId = ?1 and deletedAt is null", workflowId)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> new OrchestratorException(
                        ErrorCode.UNKNOWN_WORKFLOW, "Workflow " + workflowId + " does not exist"));
    }
}
