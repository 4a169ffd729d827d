package dev.orchestrator.api.rest.subscription.postgres;

import dev.orchestrator.api.rest.subscription.Startable;
import dev.orchestrator.api.rest.subscription.Startable.ProductWorkflow;
import dev.orchestrator.api.rest.subscription.SubscriptionProcesses;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.workflow.Target;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Each method is one statement. */
@Singleton
public class PostgresSubscriptionProcesses implements SubscriptionProcesses {
    /** Counts on processes_subscriptions_subscription_ix. */
    private static final String UNFINISHED = """
            SELECT p.pid FROM processes_subscriptions ps JOIN processes p USING (pid)
            WHERE ps.subscription_id = $1 AND NOT p.is_task AND p.last_status NOT IN ('completed', 'aborted')
            ORDER BY p.started_at, p.pid
            """;

    /** One row even without workflows, for the subscription itself. */
    private static final String STARTABLE = """
            SELECT s.status, s.insync, w.name, w.description, w.target, w.is_task
            FROM subscriptions s
            LEFT JOIN (products_workflows pw JOIN workflows w ON w.workflow_id = pw.workflow_id AND w.deleted_at IS NULL)
              ON pw.product_id = s.product_id
            WHERE s.subscription_id = $1 ORDER BY w.name
            """;

    private final Pool pool;

    PostgresSubscriptionProcesses(Pool pool) {
        this.pool = pool;
    }

    @Override
    public List<UUID> unfinished(UUID subscriptionId) {
        List<UUID> unfinished = new ArrayList<>();
        read(UNFINISHED, subscriptionId).forEach(row -> unfinished.add(row.getUUID("pid")));
        return unfinished;
    }

    @Override
    public Optional<Startable> startable(UUID subscriptionId) {
        List<ProductWorkflow> workflows = new ArrayList<>();
        Row subscription = null;
        for (Row row : read(STARTABLE, subscriptionId)) {
            subscription = row;
            if (row.getString("name") != null) {
                workflows.add(new ProductWorkflow(
                        row.getString("name"),
                        row.getString("description"),
                        Target.valueOf(row.getString("target")),
                        row.getBoolean("is_task")));
            }
        }
        return Optional.ofNullable(subscription)
                .map(row -> new Startable(
                        SubscriptionLifecycle.ofWireName(row.getString("status")),
                        row.getBoolean("insync"),
                        workflows));
    }

    private RowSet<Row> read(String statement, UUID id) {
        return pool.preparedQuery(statement).execute(Tuple.of(id)).await().indefinitely();
    }
}
