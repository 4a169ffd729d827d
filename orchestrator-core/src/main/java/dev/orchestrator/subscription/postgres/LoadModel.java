package dev.orchestrator.subscription.postgres;

import dev.orchestrator.subscription.StoredModel;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds all rows of a model with one statement, whatever the depth.
 *
 * <p>The answer is one row, whose columns are arrays with a place for each block, value or relation: writing a document would take
 * PostgreSQL as long as finding its parts, and reading it take us longer than making the model.
 */
final class LoadModel {
    private static final String BLOCK = """
            SELECT subscription_instance_id AS id, subscription_id AS owner, product_block_id, label, root_field, root_order
            FROM subscription_instances
            """;

    /** The SELECT hides the id from the planner, who would else make a plan for each, which takes longer than the load. */
    private static final String OWN_OF_SUBSCRIPTION =
            "WITH RECURSIVE own AS MATERIALIZED (" + BLOCK + "WHERE subscription_id = (SELECT $1::uuid)),";

    private static final String OWN_OF_BLOCK =
            "WITH RECURSIVE own AS MATERIALIZED (" + BLOCK + "WHERE subscription_instance_id = (SELECT $1::uuid)),";

    /**
     * Every relation that can be reached from where a statement begins, and the blocks that they lead to. What belongs to the blocks of
     * the beginning is found at once; block by block goes only the way through those of other subscriptions, where UNION drops what was
     * reached before, so that cycles end. The planner can't know how few blocks there are and would read whole tables for them, so it is
     * given arrays and OFFSET 0, which keep it to the primary keys.
     */
    private static final String GRAPH = """
            relations AS (
              SELECT * FROM subscription_instance_relations WHERE in_use_by_id = ANY(ARRAY(SELECT id FROM own))
              UNION
              SELECT next.*
              FROM relations r, LATERAL (
                SELECT * FROM subscription_instance_relations WHERE in_use_by_id = r.depends_on_id OFFSET 0) next
              WHERE r.depends_on_id NOT IN (SELECT id FROM own)),
            instances AS MATERIALIZED (
              SELECT * FROM own
              UNION ALL
            """ + BLOCK + """
              WHERE subscription_instance_id = ANY(ARRAY(
                SELECT depends_on_id FROM relations WHERE depends_on_id NOT IN (SELECT id FROM own)))),
            """;

    private static final String NO_USES = """
            uses AS (SELECT NULL::uuid AS used, NULL::uuid AS id, NULL::uuid AS owner WHERE false)
            """;

    /** By subscription_instance_relations_depends_on_ix. */
    private static final String USES = """
            uses AS (
              SELECT depends_on_id AS used, in_use_by_id AS id, (
                SELECT subscription_id FROM subscription_instances WHERE subscription_instance_id = in_use_by_id) AS owner
              FROM subscription_instance_relations WHERE depends_on_id = ANY(ARRAY(SELECT id FROM instances))
              ORDER BY 1, 2)
            """;

    private static final String COLUMNS = "SELECT i.*, v.*, r.*, u.*";

    private static final String COLUMNS_OF_SUBSCRIPTION = COLUMNS + """
            , s.subscription_id, s.customer_id, s.description, s.status, s.insync, s.start_date, s.end_date, s.note, s.version,
              p.product_id, p.name, p.description, p.product_type, p.tag, p.status, p.created_at, p.end_date, f.*
            """;

    /** By subscription_instance_values_instance_ix. Aggregates take the rows of a sorted subquery in its order. */
    private static final String ARRAYS = """
            FROM (SELECT array_agg(id), array_agg(owner), array_agg(name), array_agg(label), array_agg(root_field), array_agg(root_order)
                  FROM instances JOIN product_blocks USING (product_block_id)) i,
              (SELECT array_agg(subscription_instance_id), array_agg(resource_type), array_agg(value)
               FROM (SELECT subscription_instance_id, resource_type, value
                     FROM subscription_instance_values JOIN resource_types USING (resource_type_id)
                     WHERE subscription_instance_id = ANY(ARRAY(SELECT id FROM instances)) ORDER BY position) v) v,
              (SELECT array_agg(in_use_by_id), array_agg(depends_on_id), array_agg(order_id), array_agg(domain_model_attr)
               FROM relations) r,
              (SELECT array_agg(used), array_agg(id), array_agg(owner) FROM uses) u
            """;

    private static final String SUBSCRIPTION = """
            , subscriptions s JOIN products p USING (product_id), LATERAL (
                SELECT array_agg(name), array_agg(value) FROM fixed_inputs WHERE product_id = p.product_id) f
            WHERE s.subscription_id = $1
            """;

    private static final String LOAD =
            OWN_OF_SUBSCRIPTION + GRAPH + NO_USES + COLUMNS_OF_SUBSCRIPTION + ARRAYS + SUBSCRIPTION;

    private static final String LOAD_WITH_USES =
            OWN_OF_SUBSCRIPTION + GRAPH + USES + COLUMNS_OF_SUBSCRIPTION + ARRAYS + SUBSCRIPTION;

    private static final String LOAD_BLOCK =
            OWN_OF_BLOCK + GRAPH + NO_USES + COLUMNS + " " + ARRAYS + "WHERE EXISTS (SELECT FROM own)";

    private LoadModel() {}

    /** The rows of a subscription's model; empty when there is no such subscription. */
    static Optional<StoredModel> of(SqlClient client, UUID subscriptionId) {
        return rows(client, LOAD, subscriptionId).map(ModelRow::ofSubscription);
    }

    /** The same with what uses its blocks. */
    static Optional<StoredModel> withUses(SqlClient client, UUID subscriptionId) {
        return rows(client, LOAD_WITH_USES, subscriptionId).map(ModelRow::ofSubscription);
    }

    /** The rows of a block and of all that it depends on; empty when there is no such block. */
    static Optional<StoredModel> ofBlock(SqlClient client, UUID instanceId) {
        return rows(client, LOAD_BLOCK, instanceId).map(ModelRow::ofBlock);
    }

    private static Optional<Row> rows(SqlClient client, String statement, UUID id) {
        Iterator<Row> rows = client.preparedQuery(statement)
                .execute(Tuple.of(id))
                .await()
                .indefinitely()
                .iterator();
        return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }
}
