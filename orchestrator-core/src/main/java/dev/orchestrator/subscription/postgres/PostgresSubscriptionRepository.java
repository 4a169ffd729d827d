package dev.orchestrator.subscription.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.product.Product;
import dev.orchestrator.state.Json;
import dev.orchestrator.subscription.DomainModel;
import dev.orchestrator.subscription.ModelAssembler;
import dev.orchestrator.subscription.ModelSave;
import dev.orchestrator.subscription.ProductBlock;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.RelatedSubscription;
import dev.orchestrator.subscription.StoredModel;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.subscription.SubscriptionSummary;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Loads a model with one statement, and writes its changes with one. */
@Singleton
public class PostgresSubscriptionRepository implements SubscriptionRepository {
    /**
     * Every block that can be reached from where a statement begins, with each use on the way there. UNION drops what was reached
     * before, so that cycles end and diamonds stay small. The planner can't know how few blocks the recursion finds and would read
     * whole tables for them, so it is left no other way than to look up each: OFFSET 0 and scalar subqueries keep it to
     * subscription_instance_values_instance_ix, subscription_instance_relations_depends_on_ix and the primary keys.
     */
    private static final String GRAPH = """
              UNION
              SELECT r.depends_on_id, r.in_use_by_id, r.order_id, r.domain_model_attr
              FROM reached, LATERAL (
                SELECT * FROM subscription_instance_relations WHERE in_use_by_id = id OFFSET 0) r),
            blocks AS (SELECT DISTINCT id FROM reached),
            instances AS (
              SELECT (SELECT json_build_object(
                        'instance_id', id, 'owner', i.subscription_id,
                        'block', (SELECT b.name FROM product_blocks b WHERE b.product_block_id = i.product_block_id),
                        'label', i.label, 'root_field', i.root_field, 'root_order', i.root_order,
                        'values', (SELECT json_object_agg(v.name, v.texts)
                                   FROM (SELECT (SELECT t.resource_type FROM resource_types t
                                                 WHERE t.resource_type_id = sv.resource_type_id) AS name,
                                                json_agg(sv.value ORDER BY sv.position) AS texts
                                         FROM subscription_instance_values sv
                                         WHERE sv.subscription_instance_id = id
                                         GROUP BY sv.resource_type_id) v))
                      FROM subscription_instances i WHERE i.subscription_instance_id = id) AS instance
              FROM blocks),
            relations AS (
              SELECT json_build_object('in_use_by', user_id, 'depends_on', id, 'order_id', place, 'field', field) AS relation
              FROM reached WHERE user_id IS NOT NULL),
            """;

    private static final String SUBSCRIPTION_AND_PRODUCT = """
            SELECT json_build_object(
              'subscription', to_jsonb(s) || jsonb_build_object('product', to_jsonb(p) || jsonb_build_object(
                'status', replace(p.status, '_', ' '),
                'fixed_inputs', (SELECT coalesce(json_object_agg(f.name, f.value), '{}')
                                 FROM fixed_inputs f WHERE f.product_id = p.product_id))),
              'instances', (SELECT json_agg(instance) FROM instances),
              'relations', (SELECT json_agg(relation) FROM relations),
              'uses', (SELECT json_agg(use) FROM uses))::text
            FROM subscriptions s JOIN products p USING (product_id)
            WHERE s.subscription_id = $1
            """;

    /** The SELECT hides the id from the planner, who would else make a plan for each, which takes longer than the load. */
    private static final String FROM_SUBSCRIPTION = """
            WITH RECURSIVE reached(id, user_id, place, field) AS (
              SELECT subscription_instance_id, NULL::uuid, 0, NULL
              FROM subscription_instances WHERE subscription_id = (SELECT $1::uuid)
            """;

    private static final String NO_USES = "uses AS (SELECT 1 AS use WHERE false)\n";

    private static final String USES = """
            uses AS (
              SELECT json_build_object('depends_on', r.depends_on_id, 'subscription_instance_id', r.in_use_by_id,
                                       'subscription_id', (
                                         SELECT i.subscription_id FROM subscription_instances i
                                         WHERE i.subscription_instance_id = r.in_use_by_id)) AS use
              FROM blocks, LATERAL (
                SELECT * FROM subscription_instance_relations WHERE depends_on_id = id OFFSET 0) r
              ORDER BY r.depends_on_id, r.in_use_by_id)
            """;

    private static final String LOAD = compact(FROM_SUBSCRIPTION + GRAPH + NO_USES + SUBSCRIPTION_AND_PRODUCT);

    private static final String LOAD_WITH_USES = compact(FROM_SUBSCRIPTION + GRAPH + USES + SUBSCRIPTION_AND_PRODUCT);

    private static final String LOAD_BLOCK = """
            WITH RECURSIVE reached(id, user_id, place, field) AS (
              SELECT subscription_instance_id, NULL::uuid, 0, NULL
              FROM subscription_instances WHERE subscription_instance_id = $1
            """ + GRAPH + NO_USES + """
            SELECT json_build_object('instances', (SELECT json_agg(instance) FROM instances),
                                     'relations', (SELECT json_agg(relation) FROM relations))::text
            WHERE EXISTS (SELECT FROM reached)
            """;

    private static final String SET_INSYNC = """
            WITH changed AS (
              UPDATE subscriptions SET insync = $2, version = version + 1
              WHERE subscription_id = $1 AND insync <> $2)
            SELECT EXISTS (SELECT FROM subscriptions WHERE subscription_id = $1)
            """;

    private static final String SUMMARY = """
            SELECT json_build_object('subscription_id', s.subscription_id, 'description', s.description,
                                     'status', s.status, 'insync', s.insync, 'product', p.name,
                                     'customer_id', s.customer_id)::text
            FROM subscriptions s JOIN products p USING (product_id)
            """;

    private static final String SUMMARY_BY_ID = SUMMARY + "WHERE s.subscription_id = $1";

    private static final String ACTIVE_OF_PRODUCTS =
            SUMMARY + "WHERE p.name = ANY($1) AND s.status = 'active' ORDER BY s.description, s.subscription_id";

    private static final String OF_PRODUCT_TYPE =
            SUMMARY + "WHERE p.product_type = $1 AND s.status = $2 ORDER BY s.description, s.subscription_id";

    /** UNION keeps one row for each subscription and depth, and the depth is bounded: cycles end. */
    private static final String RELATED = """
            SELECT json_build_object(
                     'depth', nearest.depth,
                     'subscription', json_build_object(
                       'subscription_id', s.subscription_id, 'description', s.description, 'status', s.status,
                       'insync', s.insync, 'product', p.name, 'customer_id', s.customer_id))::text
            FROM (SELECT id, min(depth) AS depth FROM related GROUP BY id) nearest
            JOIN subscriptions s ON s.subscription_id = nearest.id
            JOIN products p USING (product_id)
            WHERE nearest.depth > 0
            ORDER BY nearest.depth, s.description, s.subscription_id
            """;

    private static final String IN_USE_BY = """
            WITH RECURSIVE related(id, depth) AS (
              SELECT $1::uuid, 0
              UNION
              SELECT using_instance.subscription_id, related.depth + 1
              FROM related
              JOIN subscription_instances used ON used.subscription_id = related.id
              JOIN subscription_instance_relations r ON r.depends_on_id = used.subscription_instance_id
              JOIN subscription_instances using_instance ON using_instance.subscription_instance_id = r.in_use_by_id
              WHERE related.depth < $2 AND using_instance.subscription_id <> related.id)
            """ + RELATED;

    private static final String DEPENDS_ON = """
            WITH RECURSIVE related(id, depth) AS (
              SELECT $1::uuid, 0
              UNION
              SELECT used.subscription_id, related.depth + 1
              FROM related
              JOIN subscription_instances using_instance ON using_instance.subscription_id = related.id
              JOIN subscription_instance_relations r ON r.in_use_by_id = using_instance.subscription_instance_id
              JOIN subscription_instances used ON used.subscription_instance_id = r.depends_on_id
              WHERE related.depth < $2 AND used.subscription_id <> related.id)
            """ + RELATED;

    private static final String METADATA = """
            SELECT (SELECT m.metadata FROM subscription_metadata m WHERE m.subscription_id = s.subscription_id)::text
            FROM subscriptions s WHERE s.subscription_id = $1
            """;

    private static final String SET_METADATA = """
            INSERT INTO subscription_metadata (subscription_id, metadata)
            SELECT subscription_id, $2::text::jsonb FROM subscriptions WHERE subscription_id = $1
            ON CONFLICT (subscription_id) DO UPDATE SET metadata = excluded.metadata
            """;

    private final SqlClient client;
    private final ProductRegistry registry;
    private final ModelAssembler assembler;

    @Inject
    public PostgresSubscriptionRepository(Pool pool, ProductRegistry registry, Clock clock) {
        this(pool, registry, new ModelAssembler(registry, clock));
    }

    private PostgresSubscriptionRepository(SqlClient client, ProductRegistry registry, ModelAssembler assembler) {
        this.client = client;
        this.registry = registry;
        this.assembler = assembler;
    }

    @Override
    public SubscriptionRepository within(SqlClient transaction) {
        return new PostgresSubscriptionRepository(transaction, registry, assembler);
    }

    @Override
    public SubscriptionModel create(Product product, String customerId) {
        return assembler.create(product, customerId);
    }

    @Override
    public <M extends SubscriptionModel> M create(Class<M> modelClass, Product product, String customerId) {
        return as(modelClass, create(product, customerId));
    }

    @Override
    public SubscriptionModel load(UUID subscriptionId) {
        return assembler.assemble(rows(LOAD, subscriptionId));
    }

    @Override
    public <M extends SubscriptionModel> M load(Class<M> modelClass, UUID subscriptionId) {
        return as(modelClass, load(subscriptionId));
    }

    @Override
    public DomainModel loadWithUses(UUID subscriptionId) {
        StoredModel rows = rows(LOAD_WITH_USES, subscriptionId);
        return new DomainModel(
                assembler.assemble(rows),
                rows.uses().stream().collect(Collectors.groupingBy(StoredModel.Use::dependsOn)));
    }

    @Override
    public <B extends ProductBlock> B loadBlock(Class<B> blockClass, UUID instanceId) {
        StoredModel rows = json(LOAD_BLOCK, Tuple.of(instanceId), StoredModel.class).stream()
                .findFirst()
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.UNKNOWN_SUBSCRIPTION, "There is no block with id " + instanceId));
        ProductBlock block = assembler.assembleBlock(rows, instanceId);
        if (!blockClass.isInstance(block)) {
            throw new OrchestratorException(
                    ErrorCode.INCONSISTENT_DATA,
                    "Block " + instanceId + " is a " + block.name() + ", not a " + blockClass.getSimpleName());
        }
        return blockClass.cast(block);
    }

    @Override
    public boolean save(SubscriptionModel model) {
        ModelSave save = ModelSave.of(model);
        if (save.changes().isEmpty()) {
            return false;
        }
        SaveModel.write(client, save.changes());
        save.done();
        return true;
    }

    @Override
    public void setInsync(UUID subscriptionId, boolean insync) {
        boolean exists = execute(SET_INSYNC, Tuple.of(subscriptionId, insync))
                .iterator()
                .next()
                .getBoolean(0);
        if (!exists) {
            throw unknown(subscriptionId);
        }
    }

    @Override
    public List<SubscriptionSummary> activeOf(Class<? extends SubscriptionModel> modelClass) {
        String[] products = registry.productsOf(modelClass).toArray(String[]::new);
        return json(ACTIVE_OF_PRODUCTS, Tuple.of(products), SubscriptionSummary.class);
    }

    @Override
    public List<SubscriptionSummary> ofProductType(String productType, SubscriptionLifecycle status) {
        return json(OF_PRODUCT_TYPE, Tuple.of(productType, status.wireName()), SubscriptionSummary.class);
    }

    @Override
    public Optional<SubscriptionSummary> summary(UUID subscriptionId) {
        return json(SUMMARY_BY_ID, Tuple.of(subscriptionId), SubscriptionSummary.class).stream()
                .findFirst();
    }

    @Override
    public List<RelatedSubscription> inUseBy(UUID subscriptionId, int maxDepth) {
        return json(IN_USE_BY, Tuple.of(subscriptionId, maxDepth), RelatedSubscription.class);
    }

    @Override
    public List<RelatedSubscription> dependsOn(UUID subscriptionId, int maxDepth) {
        return json(DEPENDS_ON, Tuple.of(subscriptionId, maxDepth), RelatedSubscription.class);
    }

    @Override
    public ObjectNode metadata(UUID subscriptionId) {
        RowSet<Row> rows = execute(METADATA, Tuple.of(subscriptionId));
        if (rows.size() == 0) {
            throw unknown(subscriptionId);
        }
        String metadata = rows.iterator().next().getString(0);
        return metadata == null ? Json.object() : (ObjectNode) Json.parse(metadata);
    }

    @Override
    public void setMetadata(UUID subscriptionId, ObjectNode metadata) {
        if (execute(SET_METADATA, Tuple.of(subscriptionId, Json.write(metadata)))
                        .rowCount()
                == 0) {
            throw unknown(subscriptionId);
        }
    }

    /** Without line breaks and indentation: the driver keeps no statement of 2,048 characters or more prepared. */
    static String compact(String statement) {
        return statement.replaceAll("\\s+", " ");
    }

    private StoredModel rows(String statement, UUID subscriptionId) {
        return json(statement, Tuple.of(subscriptionId), StoredModel.class).stream()
                .findFirst()
                .orElseThrow(() -> unknown(subscriptionId));
    }

    private <T> List<T> json(String statement, Tuple parameters, Class<T> type) {
        return StreamSupport.stream(execute(statement, parameters).spliterator(), false)
                .map(row -> Json.read(row.getString(0), type))
                .toList();
    }

    private RowSet<Row> execute(String statement, Tuple parameters) {
        return client.preparedQuery(statement).execute(parameters).await().indefinitely();
    }

    private static <M extends SubscriptionModel> M as(Class<M> modelClass, SubscriptionModel model) {
        if (!modelClass.isInstance(model)) {
            throw new OrchestratorException(
                    ErrorCode.INCONSISTENT_DATA,
                    "Subscription " + model.description() + " is to the product "
                            + model.product().name() + ", whose model is not "
                            + modelClass.getSimpleName());
        }
        return modelClass.cast(model);
    }

    private static OrchestratorException unknown(UUID subscriptionId) {
        return new OrchestratorException(
                ErrorCode.UNKNOWN_SUBSCRIPTION, "Subscription " + subscriptionId + " does not exist");
    }
}
