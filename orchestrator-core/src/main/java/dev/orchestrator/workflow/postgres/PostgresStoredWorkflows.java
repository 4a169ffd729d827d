package dev.orchestrator.workflow.postgres;

import dev.orchestrator.workflow.StoredWorkflow;
import dev.orchestrator.workflow.StoredWorkflows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the workflows with one statement. */
@Singleton
public class PostgresStoredWorkflows implements StoredWorkflows {
    private static final String ALL = """
            SELECT w.name, w.target, w.is_task, coalesce(w.description, '') AS description, w.deleted_at IS NOT NULL AS deleted,
                   ARRAY(SELECT DISTINCT p.tag FROM products_workflows pw JOIN products p USING (product_id)
                         WHERE pw.workflow_id = w.workflow_id)::text[] AS tags
            FROM workflows w ORDER BY w.name
            """;

    private final Pool pool;

    public PostgresStoredWorkflows(Pool pool) {
        this.pool = pool;
    }

    @Override
    public List<StoredWorkflow> all() {
        List<StoredWorkflow> workflows = new ArrayList<>();
        pool.query(ALL).execute().await().indefinitely().forEach(row -> workflows.add(workflow(row)));
        return workflows;
    }

    private static StoredWorkflow workflow(Row row) {
        return new StoredWorkflow(
                row.getString("name"),
                row.getString("target"),
                row.getBoolean("is_task"),
                row.getString("description"),
                new TreeSet<>(Set.of(row.getArrayOfStrings("tags"))),
                row.getBoolean("deleted"));
    }
}
