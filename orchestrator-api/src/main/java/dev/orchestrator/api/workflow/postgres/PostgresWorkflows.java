package dev.orchestrator.api.workflow.postgres;

import dev.orchestrator.api.listing.Batch;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import dev.orchestrator.api.listing.postgres.ListFields;
import dev.orchestrator.api.listing.postgres.Listing;
import dev.orchestrator.api.listing.postgres.RowMapping;
import dev.orchestrator.api.listing.postgres.RowsBelow;
import dev.orchestrator.api.product.ProductType;
import dev.orchestrator.api.product.postgres.CatalogueRows;
import dev.orchestrator.api.workflow.Workflow;
import dev.orchestrator.api.workflow.Workflows;
import dev.orchestrator.workflow.Target;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads workflows with the reactive client. */
@Singleton
class PostgresWorkflows implements Workflows {
    private static final int LIMIT = 10_000;

    private static final String COLUMNS =
            "w.workflow_id, w.name, w.target, w.is_task, w.description, w.created_at, w.deleted_at";

    private static final String PRODUCTS_OF_WORKFLOWS = """
            SELECT pw.workflow_id AS parent, %s
            FROM products_workflows pw JOIN products p USING (product_id)
            WHERE pw.workflow_id = ANY($1) ORDER BY lower(p.name)
            """.formatted(CatalogueRows.PRODUCT_COLUMNS);

    private static final String WORKFLOWS_OF_PRODUCTS = """
            SELECT pw.product_id AS parent, %s
            FROM products_workflows pw JOIN workflows w USING (workflow_id)
            WHERE pw.product_id = ANY($1) AND w.deleted_at IS NULL ORDER BY lower(w.name)
            """.formatted(COLUMNS);

    private static final String RELATED_PRODUCT = """
            EXISTS (SELECT FROM products_workflows pw JOIN products p USING (product_id)
                    WHERE pw.workflow_id = w.workflow_id AND {condition})""";

    private static final RowMapping<Workflow> ROWS = new RowMapping<>("workflow_id", PostgresWorkflows::workflow);

    private static final Listing<Workflow> LISTING = new Listing<>(
            COLUMNS,
            "(SELECT * FROM workflows WHERE deleted_at IS NULL) AS w",
            ListFields.keyedBy("w.workflow_id")
                    .inOrderOf("lower(w.name)")
                    .id("workflow_id", "w.workflow_id")
                    .text("name", "w.name")
                    .text("description", "w.description")
                    .text("target", "w.target")
                    .bool("is_task", "w.is_task")
                    .time("created_at", "w.created_at")
                    .time("deleted_at", "w.deleted_at")
                    .filterText("product", "p.name", RELATED_PRODUCT)
                    .filterExactText("tag", "p.tag", RELATED_PRODUCT),
            LIMIT,
            ROWS);

    private final Pool pool;

    PostgresWorkflows(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<Workflow>> workflows(ListRequest request) {
        return LISTING.page(pool, request);
    }

    @Override
    public Uni<Map<UUID, List<ProductType>>> productsOfWorkflows(Collection<UUID> workflows) {
        return new RowsBelow<>(PRODUCTS_OF_WORKFLOWS, CatalogueRows.PRODUCTS).read(pool, workflows);
    }

    @Override
    public Uni<Map<UUID, List<Workflow>>> workflowsOfProducts(Collection<UUID> products) {
        return new RowsBelow<>(WORKFLOWS_OF_PRODUCTS, ROWS).read(pool, products);
    }

    private static Workflow workflow(Row row, Batch batch) {
        return new Workflow(
                row.getUUID("workflow_id"),
                row.getString("name"),
                Target.valueOf(row.getString("target")),
                row.getBoolean("is_task"),
                row.getString("description"),
                row.getOffsetDateTime("created_at"),
                batch);
    }
}
