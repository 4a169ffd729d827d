package dev.orchestrator.subscription.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import dev.orchestrator.state.Json;
import dev.orchestrator.subscription.ModelChanges;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes the changes of a model in one statement, all or none.
 *
 * <p>The parts of the statement all see the same snapshot and run in no given order; they touch different rows, and foreign
 * keys are checked at its end. Everything hangs on the row that {@code saved} gives: it is absent when the version is not the one
 * that the change is based on (a concurrent save is waited for, then seen), or when names are missing in the catalogue.
 */
final class SaveModel {
    private static final String BEGIN = """
            WITH change AS (SELECT $1::text::jsonb AS c),
            missing AS (
              SELECT DISTINCT 'product block ' || b.block AS name
              FROM change, jsonb_to_recordset(c->'added_blocks') AS b(block text)
              WHERE NOT EXISTS (SELECT FROM product_blocks p WHERE p.name = b.block)
              UNION ALL
              SELECT DISTINCT 'resource type ' || v.resource_type
              FROM change, jsonb_to_recordset((c->'added_values') || (c->'changed_values')) AS v(resource_type text)
              WHERE NOT EXISTS (SELECT FROM resource_types t WHERE t.resource_type = v.resource_type)),
            used AS (
              SELECT r.depends_on_id AS instance, i.subscription_id AS used_by
              FROM change, jsonb_array_elements_text(c->'removed_blocks') AS removed(id)
              JOIN subscription_instance_relations r ON r.depends_on_id = removed.id::uuid
              JOIN subscription_instances i ON i.subscription_instance_id = r.in_use_by_id
              WHERE i.subscription_id <> (c->'subscription'->>'subscription_id')::uuid),
            """;

    private static final String INSERT_SUBSCRIPTION = """
            saved AS (
              INSERT INTO subscriptions (subscription_id, description, status, product_id, customer_id, insync,
                                         start_date, end_date, note, version)
              SELECT s.subscription_id, s.description, s.status, (c->'subscription'->'product'->>'product_id')::uuid,
                     s.customer_id, s.insync, s.start_date, s.end_date, s.note, 1
              FROM change, jsonb_to_record(c->'subscription') AS s(subscription_id uuid, description text, status text,
                     customer_id text, insync boolean, start_date timestamptz, end_date timestamptz, note text)
              WHERE NOT EXISTS (SELECT FROM missing)
              RETURNING subscription_id, version),
            """;

    private static final String UPDATE_SUBSCRIPTION = """
            saved AS (
              UPDATE subscriptions old
              SET description = s.description, status = s.status, insync = s.insync, start_date = s.start_date,
                  end_date = s.end_date, note = s.note, version = old.version + 1
              FROM change, jsonb_to_record(c->'subscription') AS s(subscription_id uuid, description text, status text,
                     insync boolean, start_date timestamptz, end_date timestamptz, note text, version integer)
              WHERE old.subscription_id = s.subscription_id AND old.version = s.version
                AND NOT EXISTS (SELECT FROM missing) AND NOT EXISTS (SELECT FROM used)
              RETURNING old.subscription_id, old.version),
            """;

    private static final String END = """
            removed_relations AS (
              DELETE FROM subscription_instance_relations old
              USING saved, change, jsonb_to_recordset(c->'removed_relations')
                AS r(in_use_by uuid, depends_on uuid, order_id integer)
              WHERE old.in_use_by_id = r.in_use_by AND old.depends_on_id = r.depends_on AND old.order_id = r.order_id),
            removed_values AS (
              DELETE FROM subscription_instance_values old
              USING saved, change, jsonb_to_recordset(c->'removed_values') AS v(instance_id uuid, resource_type text)
              JOIN resource_types t ON t.resource_type = v.resource_type
              WHERE old.subscription_instance_id = v.instance_id AND old.resource_type_id = t.resource_type_id),
            removed_blocks AS (
              DELETE FROM subscription_instances old
              USING saved, change, jsonb_array_elements_text(c->'removed_blocks') AS removed(id)
              WHERE old.subscription_instance_id = removed.id::uuid AND old.subscription_id = saved.subscription_id),
            changed_blocks AS (
              UPDATE subscription_instances old
              SET label = b.label, root_field = b.root_field, root_order = b.root_order
              FROM saved, change, jsonb_to_recordset(c->'changed_blocks')
                AS b(instance_id uuid, label text, root_field text, root_order integer)
              WHERE old.subscription_instance_id = b.instance_id AND old.subscription_id = saved.subscription_id),
            changed_values AS (
              UPDATE subscription_instance_values old
              SET value = v.value
              FROM saved, change, jsonb_to_recordset(c->'changed_values')
                AS v(instance_id uuid, resource_type text, value text)
              JOIN resource_types t ON t.resource_type = v.resource_type
              WHERE old.subscription_instance_id = v.instance_id AND old.resource_type_id = t.resource_type_id),
            added_blocks AS (
              INSERT INTO subscription_instances (subscription_instance_id, subscription_id, product_block_id, label,
                                                  root_field, root_order)
              SELECT b.instance_id, saved.subscription_id, p.product_block_id, b.label, b.root_field, b.root_order
              FROM saved, change, jsonb_to_recordset(c->'added_blocks')
                AS b(instance_id uuid, block text, label text, root_field text, root_order integer)
              JOIN product_blocks p ON p.name = b.block),
            added_values AS (
              INSERT INTO subscription_instance_values (subscription_instance_id, resource_type_id, position, value)
              SELECT v.instance_id, t.resource_type_id, v.position, v.value
              FROM saved, change, jsonb_to_recordset(c->'added_values')
                AS v(instance_id uuid, resource_type text, "position" integer, value text)
              JOIN resource_types t ON t.resource_type = v.resource_type),
            put_relations AS (
              INSERT INTO subscription_instance_relations (in_use_by_id, depends_on_id, order_id, domain_model_attr)
              SELECT r.in_use_by, r.depends_on, r.order_id, r.field
              FROM saved, change, jsonb_to_recordset(c->'put_relations')
                AS r(in_use_by uuid, depends_on uuid, order_id integer, field text)
              ON CONFLICT (in_use_by_id, depends_on_id, order_id)
                DO UPDATE SET domain_model_attr = excluded.domain_model_attr)
            SELECT (SELECT version FROM saved) AS version,
                   (SELECT json_agg(name ORDER BY name)::text FROM missing) AS missing,
                   (SELECT json_agg(used)::text FROM used) AS used,
                   (SELECT old.version FROM subscriptions old
                    WHERE old.subscription_id = (c->'subscription'->>'subscription_id')::uuid) AS found
            FROM change
            """;

    private static final String INSERT = BEGIN + INSERT_SUBSCRIPTION + END;
    private static final String UPDATE = BEGIN + UPDATE_SUBSCRIPTION + END;

    private SaveModel() {}

    static void write(SqlClient client, ModelChanges changes) {
        Row result = client.preparedQuery(changes.isNew() ? INSERT : UPDATE)
                .execute(Tuple.of(Json.write(Json.toTree(changes))))
                .await()
                .indefinitely()
                .iterator()
                .next();
        if (result.getInteger("version") == null) {
            throw refusal(changes, result);
        }
    }

    private static OrchestratorException refusal(ModelChanges changes, Row result) {
        String description = changes.subscription().description();
        if (result.getString("missing") != null) {
            List<Violation> missing = new ArrayList<>();
            for (JsonNode name : Json.parse(result.getString("missing"))) {
                missing.add(new Violation("", name.asText()));
            }
            return new OrchestratorException(
                    ErrorCode.INCONSISTENT_DATA,
                    "The database lacks parts of the model of " + description
                            + "; 'db migrate-domain-models' writes the migration that adds them",
                    missing);
        }
        if (result.getString("used") != null) {
            List<Violation> uses = new ArrayList<>();
            for (JsonNode use : Json.parse(result.getString("used"))) {
                uses.add(new Violation(
                        use.get("instance").asText(),
                        "is still used by subscription " + use.get("used_by").asText()));
            }
            return new OrchestratorException(
                    ErrorCode.SUBSCRIPTION_BUSY, "Blocks of " + description + " can't be removed", uses);
        }
        UUID subscriptionId = changes.subscription().subscriptionId();
        if (result.getInteger("found") == null) {
            return new OrchestratorException(
                    ErrorCode.UNKNOWN_SUBSCRIPTION, "Subscription " + subscriptionId + " does not exist any more");
        }
        return new OrchestratorException(
                ErrorCode.VERSION_CONFLICT,
                "Subscription " + description + " was changed by somebody else since version "
                        + changes.subscription().version() + " was read; load it again");
    }
}
