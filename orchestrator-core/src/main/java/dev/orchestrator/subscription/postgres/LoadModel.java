package dev.orchestrator.subscription.postgres;

import dev.orchestrator.subscription.StoredModel;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/**
 * Finds all rows of a model with one statement, whatever the depth.
 *
 * <p>Setting a plan up takes PostgreSQL about as long as running it for the few rows of most models, so there are as few parts as can be:
 * the subscription, the blocks, their values and their relations, all in the same columns, which {@link ModelRows} reads. No part is
 * JSON: to build it takes PostgreSQL longer than to find what is in it.
 */
final class LoadModel {
    private static final String BLOCK = """
            subscription_instance_id AS id, subscription_id AS owner, product_block_id, label, root_field, root_order
            """;

    /** The SELECT hides the id from the planner, who would else make a plan for each, which takes longer than the load. */
    private static final String BLOCKS_OF_SUBSCRIPTION = "WITH RECURSIVE instances AS (SELECT " + BLOCK
            + "FROM subscription_instances WHERE subscription_id = (SELECT $1::uuid)"
            + blocksBelow("AND subscription_id <> (SELECT $1::uuid)");

    private static final String BLOCKS_OF_BLOCK = "WITH RECURSIVE instances AS (SELECT " + BLOCK
            + "FROM subscription_instances WHERE subscription_instance_id = (SELECT $1::uuid)" + blocksBelow("");

    private static final String SUBSCRIPTION = """
            SELECT 'subscription' AS part, s.subscription_id AS id, p.product_id AS other, NULL::uuid AS owner,
                   s.customer_id::text AS name, s.description AS text, s.status::text AS field, s.version AS place,
                   ARRAY[p.name, p.description, p.product_type, p.tag, p.status, s.note]::text[] AS texts,
                   ARRAY[p.created_at, p.end_date, s.start_date, s.end_date] AS times, s.insync
            FROM subscriptions s JOIN products p USING (product_id) WHERE s.subscription_id = $1
            UNION ALL
            SELECT 'fixed input', NULL::uuid, NULL::uuid, NULL::uuid, name::text, value::text, NULL::text, NULL::integer,
                   NULL::text[], NULL::timestamptz[], NULL::boolean
            FROM fixed_inputs WHERE product_id = (SELECT product_id FROM subscriptions WHERE subscription_id = $1)
            UNION ALL
            """;

    /** By subscription_instance_values_instance_ix. */
    private static final String BLOCKS_AND_VALUES = """
            SELECT 'block' AS part, id, NULL::uuid AS other, owner,
                   name::text AS name, label::text AS text, root_field::text AS field, root_order AS place,
                   NULL::text[] AS texts, NULL::timestamptz[] AS times, NULL::boolean AS insync
            FROM instances JOIN product_blocks USING (product_block_id)
            UNION ALL
            SELECT 'value', subscription_instance_id, NULL::uuid, NULL::uuid,
                   resource_type::text, value::text, NULL::text, position::integer,
                   NULL::text[], NULL::timestamptz[], NULL::boolean
            FROM subscription_instance_values JOIN resource_types USING (resource_type_id)
            WHERE subscription_instance_id = ANY((SELECT ids FROM ids)::uuid[])
            UNION ALL
            """;

    private static final String RELATIONS = """
            SELECT 'relation', in_use_by_id, depends_on_id, NULL::uuid,
                   NULL::text, NULL::text, domain_model_attr::text, order_id,
                   NULL::text[], NULL::timestamptz[], NULL::boolean
            FROM subscription_instance_relations WHERE in_use_by_id = ANY((SELECT ids FROM ids)::uuid[])
            """;

    /** By subscription_instance_relations_depends_on_ix, too. Of what is among the blocks its row tells the owner. */
    private static final String RELATIONS_AND_USES = """
            SELECT 'relation', in_use_by_id, depends_on_id,
                   CASE WHEN in_use_by_id <> ALL((SELECT ids FROM ids)::uuid[])
                     THEN (SELECT subscription_id FROM subscription_instances WHERE subscription_instance_id = in_use_by_id) END,
                   NULL::text, NULL::text, domain_model_attr::text, order_id,
                   NULL::text[], NULL::timestamptz[], NULL::boolean
            FROM subscription_instance_relations
            WHERE in_use_by_id = ANY((SELECT ids FROM ids)::uuid[]) OR depends_on_id = ANY((SELECT ids FROM ids)::uuid[])
            """;

    private static final String LOAD = BLOCKS_OF_SUBSCRIPTION + SUBSCRIPTION + BLOCKS_AND_VALUES + RELATIONS;

    private static final String LOAD_WITH_USES =
            BLOCKS_OF_SUBSCRIPTION + SUBSCRIPTION + BLOCKS_AND_VALUES + RELATIONS_AND_USES;

    private static final String LOAD_BLOCK = BLOCKS_OF_BLOCK + BLOCKS_AND_VALUES + RELATIONS;

    private LoadModel() {}

    /**
     * Goes on to the blocks that those of the beginning use. UNION drops what was reached before, so that cycles end. The planner can't
     * know how few blocks there are and would read whole tables for them; OFFSET 0 and the array keep it to the indexes.
     */
    private static String blocksBelow(String condition) {
        return """

              UNION
              SELECT below.* FROM instances, LATERAL (
                SELECT %s
                FROM subscription_instance_relations JOIN subscription_instances ON subscription_instance_id = depends_on_id
                WHERE in_use_by_id = instances.id %s OFFSET 0) below),
            ids AS MATERIALIZED (SELECT ARRAY(SELECT id FROM instances) AS ids)
            """.formatted(BLOCK, condition);
    }

    /** The rows of a subscription's model; null when there is no such subscription. */
    static Uni<StoredModel> of(SqlClient client, UUID subscriptionId) {
        return rows(client, LOAD, subscriptionId).map(ModelRows::ofSubscription);
    }

    /** The same with what uses its blocks. */
    static Uni<StoredModel> withUses(SqlClient client, UUID subscriptionId) {
        return rows(client, LOAD_WITH_USES, subscriptionId).map(ModelRows::ofSubscriptionWithUses);
    }

    /** The rows of a block and of all that it depends on; null when there is no such block. */
    static Uni<StoredModel> ofBlock(SqlClient client, UUID instanceId) {
        return rows(client, LOAD_BLOCK, instanceId).map(ModelRows::ofBlock);
    }

    private static Uni<RowSet<Row>> rows(SqlClient client, String statement, UUID id) {
        return client.preparedQuery(statement).execute(Tuple.of(id));
    }
}
