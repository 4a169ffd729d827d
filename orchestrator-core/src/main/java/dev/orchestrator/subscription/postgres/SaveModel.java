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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the changes of a model in one statement, all or none.
 *
 * <p>The statement is put together from those of the parts below that have rows to write: planning all of them takes longer than running
 * the few that are needed.
 *
 * <p>The parts all see the same snapshot and run in no given order; they touch different rows, and foreign keys are checked at
 * the end. Everything hangs on the row that {@code saved} gives: it is absent when the version is not the one that the change
 * is based on (a concurrent save is waited for, then seen), and when {@code missing} or {@code used} find something.
 */
final class SaveModel {
    private static final String CHANGE = """
            WITH change AS (SELECT $1::text::jsonb AS c)
            """;

    /** Names that the catalogue does not have. */
    private static final String MISSING = """
            missing AS (
              SELECT DISTINCT 'product block ' || b.block AS name
              FROM change, jsonb_to_recordset(c->'added_blocks') AS b(block text)
              WHERE NOT EXISTS (SELECT FROM product_blocks p WHERE p.name = b.block)
              UNION ALL
              SELECT DISTINCT 'resource type ' || v.resource_type
              FROM change, jsonb_to_recordset((c->'added_values') || (c->'changed_values')) AS v(resource_type text)
              WHERE NOT EXISTS (SELECT FROM resource_types t WHERE t.resource_type = v.resource_type))
            """;

    private static final String NOTHING_MISSING = """
            missing AS (SELECT NULL::text AS name WHERE false)
            """;

    /** Removed blocks that other subscriptions use; as an array, so that subscription_instance_relations_depends_on_ix is used. */
    private static final String USED = """
            used AS (
              SELECT r.depends_on_id AS instance, i.subscription_id AS used_by
              FROM subscription_instance_relations r
              JOIN subscription_instances i ON i.subscription_instance_id = r.in_use_by_id
              WHERE r.depends_on_id = ANY(ARRAY(SELECT jsonb_array_elements_text(c->'removed_blocks')::uuid FROM change))
                AND i.subscription_id <> (SELECT (c->'subscription'->>'subscription_id')::uuid FROM change))
            """;

    private static final String NOTHING_USED = """
            used AS (SELECT NULL::uuid AS instance, NULL::uuid AS used_by WHERE false)
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
              RETURNING subscription_id, version)
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
              RETURNING old.subscription_id, old.version)
            """;

    private static final String REMOVED_RELATIONS = """
            removed_relations AS (
              DELETE FROM subscription_instance_relations old
              USING saved, change, jsonb_to_recordset(c->'removed_relations')
                AS r(in_use_by uuid, depends_on uuid, order_id integer)
              WHERE old.in_use_by_id = r.in_use_by AND old.depends_on_id = r.depends_on AND old.order_id = r.order_id)
            """;

    private static final String REMOVED_VALUES = """
            removed_values AS (
              DELETE FROM subscription_instance_values old
              USING saved, change, jsonb_to_recordset(c->'removed_values') AS v(instance_id uuid, resource_type text)
              JOIN resource_types t ON t.resource_type = v.resource_type
              WHERE old.subscription_instance_id = v.instance_id AND old.resource_type_id = t.resource_type_id)
            """;

    private static final String REMOVED_BLOCKS = """
            removed_blocks AS (
              DELETE FROM subscription_instances old
              USING saved, change, jsonb_array_elements_text(c->'removed_blocks') AS removed(id)
              WHERE old.subscription_instance_id = removed.id::uuid AND old.subscription_id = saved.subscription_id)
            """;

    private static final String CHANGED_BLOCKS = """
            changed_blocks AS (
              UPDATE subscription_instances old
              SET label = b.label, root_field = b.root_field, root_order = b.root_order
              FROM saved, change, jsonb_to_recordset(c->'changed_blocks')
                AS b(instance_id uuid, label text, root_field text, root_order integer)
              WHERE old.subscription_instance_id = b.instance_id AND old.subscription_id = saved.subscription_id)
            """;

    private static final String CHANGED_VALUES = """
            changed_values AS (
              UPDATE subscription_instance_values old
              SET value = v.value
              FROM saved, change, jsonb_to_recordset(c->'changed_values')
                AS v(instance_id uuid, resource_type text, value text)
              JOIN resource_types t ON t.resource_type = v.resource_type
              WHERE old.subscription_instance_id = v.instance_id AND old.resource_type_id = t.resource_type_id)
            """;

    private static final String ADDED_BLOCKS = """
            added_blocks AS (
              INSERT INTO subscription_instances (subscription_instance_id, subscription_id, product_block_id, label,
                                                  root_field, root_order)
              SELECT b.instance_id, saved.subscription_id, p.product_block_id, b.label, b.root_field, b.root_order
              FROM saved, change, jsonb_to_recordset(c->'added_blocks')
                AS b(instance_id uuid, block text, label text, root_field text, root_order integer)
              JOIN product_blocks p ON p.name = b.block)
            """;

    private static final String ADDED_VALUES = """
            added_values AS (
              INSERT INTO subscription_instance_values (subscription_instance_id, resource_type_id, position, value)
              SELECT v.instance_id, t.resource_type_id, v.position, v.value
              FROM saved, change, jsonb_to_recordset(c->'added_values')
                AS v(instance_id uuid, resource_type text, "position" integer, value text)
              JOIN resource_types t ON t.resource_type = v.resource_type)
            """;

    private static final String PUT_RELATIONS = """
            put_relations AS (
              INSERT INTO subscription_instance_relations (in_use_by_id, depends_on_id, order_id, domain_model_attr)
              SELECT r.in_use_by, r.depends_on, r.order_id, r.field
              FROM saved, change, jsonb_to_recordset(c->'put_relations')
                AS r(in_use_by uuid, depends_on uuid, order_id integer, field text)
              ON CONFLICT (in_use_by_id, depends_on_id, order_id)
                DO UPDATE SET domain_model_attr = excluded.domain_model_attr)
            """;

    private static final String RESULT = """
            SELECT (SELECT version FROM saved) AS version,
                   (SELECT json_agg(name ORDER BY name)::text FROM missing) AS missing,
                   (SELECT json_agg(used)::text FROM used) AS used,
                   (SELECT old.version FROM subscriptions old
                    WHERE old.subscription_id = (c->'subscription'->>'subscription_id')::uuid) AS found
            FROM change
            """;

    private static final List<Part> PARTS = List.of(
            new Part(ModelChanges::removedRelations, REMOVED_RELATIONS),
            new Part(ModelChanges::removedValues, REMOVED_VALUES),
            new Part(ModelChanges::removedBlocks, REMOVED_BLOCKS),
            new Part(ModelChanges::changedBlocks, CHANGED_BLOCKS),
            new Part(ModelChanges::changedValues, CHANGED_VALUES),
            new Part(ModelChanges::addedBlocks, ADDED_BLOCKS),
            new Part(ModelChanges::addedValues, ADDED_VALUES),
            new Part(ModelChanges::putRelations, PUT_RELATIONS));

    /** What writes these rows. */
    private record Part(Function<ModelChanges, List<?>> rows, String statement) {}

    private SaveModel() {}

    static void write(SqlClient client, ModelChanges changes) {
        Row result = client.preparedQuery(statement(changes))
                .execute(Tuple.of(Json.write(Json.toTree(changes))))
                .await()
                .indefinitely()
                .iterator()
                .next();
        if (result.getInteger("version") == null) {
            throw refusal(changes, result);
        }
    }

    private static String statement(ModelChanges changes) {
        boolean names = Stream.of(changes.addedBlocks(), changes.addedValues(), changes.changedValues())
                .anyMatch(rows -> !rows.isEmpty());
        Stream<String> first = Stream.of(
                CHANGE,
                names ? MISSING : NOTHING_MISSING,
                changes.removedBlocks().isEmpty() ? NOTHING_USED : USED,
                changes.isNew() ? INSERT_SUBSCRIPTION : UPDATE_SUBSCRIPTION);
        Stream<String> needed = PARTS.stream()
                .filter(part -> !part.rows().apply(changes).isEmpty())
                .map(Part::statement);
        return Stream.concat(first, needed).collect(Collectors.joining(",", "", RESULT));
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
