package dev.orchestrator.housekeeping.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.housekeeping.Housekeeping;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.workflow.Target;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Housekeeping by SQL. What has ended is changed by nobody else any more, so its rows are locked for the batch's commit only. */
@Singleton
public class PostgresHousekeeping implements Housekeeping {
    /**
     * Reads processes_last_modified_at_ix from its old end. The last successful validation of a subscription stays, for it says
     * when that subscription was validated.
     */
    private static final String REMOVE_TASKS = """
            DELETE FROM processes WHERE pid IN (
                SELECT p.pid FROM processes p
                WHERE p.is_task AND p.last_status IN ('completed', 'aborted') AND p.last_modified_at < $1
                  AND NOT (p.last_status = 'completed' AND EXISTS (
                      SELECT FROM processes_subscriptions mine
                      WHERE mine.pid = p.pid AND mine.workflow_target = 'VALIDATE' AND NOT EXISTS (
                          SELECT FROM processes_subscriptions other JOIN processes later ON later.pid = other.pid
                          WHERE other.subscription_id = mine.subscription_id AND other.workflow_target = 'VALIDATE'
                            AND later.last_status = 'completed' AND later.last_modified_at > p.last_modified_at)))
                ORDER BY p.last_modified_at
                LIMIT $2
                FOR UPDATE SKIP LOCKED)
            RETURNING pid
            """;

    /** Copies and deletes in one statement: a process is always in one place. The foreign keys take its record along. */
    private static final String ARCHIVE = """
            WITH old AS (
                SELECT * FROM processes
                WHERE NOT is_task AND last_status IN ('completed', 'aborted') AND last_modified_at < $1
                ORDER BY last_modified_at
                LIMIT $2
                FOR UPDATE SKIP LOCKED),
            archived AS (
                INSERT INTO archived_processes
                    (pid, workflow, last_status, started_at, finished_at, subscription_ids, record)
                SELECT old.pid, w.name, old.last_status, old.started_at, old.last_modified_at,
                       ARRAY(SELECT subscription_id FROM processes_subscriptions l WHERE l.pid = old.pid),
                       jsonb_build_object(
                           'process', to_jsonb(old),
                           'steps', (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s.sequence), '[]')
                                     FROM process_steps s WHERE s.pid = old.pid),
                           'subscriptions', (SELECT coalesce(jsonb_agg(to_jsonb(l)), '[]')
                                             FROM processes_subscriptions l WHERE l.pid = old.pid),
                           'inputs', (SELECT coalesce(jsonb_agg(to_jsonb(i) ORDER BY i.input_time), '[]')
                                      FROM input_states i WHERE i.pid = old.pid))
                FROM old JOIN workflows w USING (workflow_id)
                RETURNING pid)
            DELETE FROM processes WHERE pid IN (SELECT pid FROM archived) RETURNING pid
            """;

    /** Reads processes_unfinished_ix. One that waits has its place in the queue, but at a later time. */
    private static final String TO_RUN = """
            SELECT p.pid FROM processes p
            WHERE p.last_status = $1
              AND (p.last_status = 'waiting' OR NOT EXISTS (SELECT FROM process_queue q WHERE q.pid = p.pid))
            ORDER BY p.started_at
            LIMIT $2
            """;

    /** The row lock holds off a person who resumes or aborts it; a worker that runs it has changed its status. */
    private static final String RUN_NOW = """
            WITH chosen AS (
                SELECT p.pid, p.workflow_version, p.priority, p.concurrency_key, w.name FROM processes p JOIN workflows w USING (workflow_id)
                WHERE p.pid = ANY ($2::uuid[]) AND p.last_status = $1
                ORDER BY p.pid
                FOR UPDATE OF p)
            INSERT INTO process_queue (pid, due_at, workflow, workflow_version, priority, concurrency_key)
            SELECT pid, now(), name, workflow_version, priority, concurrency_key FROM chosen
            ON CONFLICT (pid) DO UPDATE SET due_at = least(process_queue.due_at, now())
            RETURNING pid
            """;

    private static final String OVERDUE_CALLBACKS = """
            SELECT count(*) AS overdue FROM processes p JOIN process_queue q USING (pid)
            WHERE p.last_status = 'awaiting_callback' AND q.due_at < $1
            """;

    private static final String PRODUCTS = """
            SELECT p.name, p.status = 'active' AS active,
                   coalesce(jsonb_object_agg(w.name, w.target) FILTER (WHERE w.name IS NOT NULL), '{}')::text AS workflows
            FROM products p
            LEFT JOIN products_workflows USING (product_id)
            LEFT JOIN workflows w ON w.workflow_id = products_workflows.workflow_id AND w.deleted_at IS NULL
            GROUP BY p.product_id ORDER BY p.name
            """;

    private static final String VALIDATIONS = """
            SELECT s.subscription_id, w.name
            FROM subscriptions s
            JOIN products p USING (product_id)
            JOIN products_workflows pw USING (product_id)
            JOIN workflows w ON w.workflow_id = pw.workflow_id AND w.target = 'VALIDATE' AND w.deleted_at IS NULL
            WHERE s.insync AND s.status = 'active' AND ($1::text IS NULL OR p.product_type = $1)
            ORDER BY s.subscription_id, w.name
            """;

    private static final String SUBSCRIPTIONS = """
            SELECT subscription_id FROM subscriptions WHERE subscription_id > $1 ORDER BY subscription_id LIMIT $2
            """;

    private static final String PRODUCT_TYPES = "SELECT DISTINCT product_type FROM products";

    private final Pool pool;

    public PostgresHousekeeping(Pool pool) {
        this.pool = pool;
    }

    @Override
    public int removeTasks(Instant endedBefore, int limit) {
        return (int) rows(REMOVE_TASKS, Tuple.of(utc(endedBefore), limit)).count();
    }

    @Override
    public int archive(Instant endedBefore, int limit) {
        return (int) rows(ARCHIVE, Tuple.of(utc(endedBefore), limit)).count();
    }

    @Override
    public List<UUID> toRun(ProcessStatus status, int limit) {
        return rows(TO_RUN, Tuple.of(status.wireName(), limit))
                .map(row -> row.getUUID("pid"))
                .toList();
    }

    @Override
    public List<UUID> runNow(ProcessStatus status, List<UUID> processIds) {
        return rows(RUN_NOW, Tuple.of(status.wireName(), processIds.toArray(UUID[]::new)))
                .map(row -> row.getUUID("pid"))
                .toList();
    }

    @Override
    public int overdueCallbacks(Instant before) {
        return rows(OVERDUE_CALLBACKS, Tuple.of(utc(before)))
                .mapToInt(row -> row.getInteger("overdue"))
                .sum();
    }

    @Override
    public List<ProductWorkflows> products() {
        return rows(PRODUCTS, Tuple.tuple())
                .map(row -> new ProductWorkflows(
                        row.getString("name"),
                        row.getBoolean("active"),
                        targets(Json.parse(row.getString("workflows")))))
                .toList();
    }

    @Override
    public List<Validation> validations(Optional<String> productType) {
        return rows(VALIDATIONS, Tuple.of(productType.orElse(null)))
                .map(row -> new Validation(row.getUUID("subscription_id"), row.getString("name")))
                .toList();
    }

    @Override
    public List<UUID> subscriptions(UUID after, int limit) {
        return rows(SUBSCRIPTIONS, Tuple.of(after, limit))
                .map(row -> row.getUUID("subscription_id"))
                .toList();
    }

    @Override
    public Set<String> productTypes() {
        return rows(PRODUCT_TYPES, Tuple.tuple())
                .map(row -> row.getString("product_type"))
                .collect(Collectors.toSet());
    }

    private static Map<String, Target> targets(JsonNode workflows) {
        Map<String, Target> targets = new TreeMap<>();
        workflows
                .properties()
                .forEach(entry -> targets.put(
                        entry.getKey(), Target.valueOf(entry.getValue().asText())));
        return targets;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private Stream<Row> rows(String statement, Tuple parameters) {
        return StreamSupport.stream(
                pool.preparedQuery(statement)
                        .execute(parameters)
                        .await()
                        .indefinitely()
                        .spliterator(),
                false);
    }
}
