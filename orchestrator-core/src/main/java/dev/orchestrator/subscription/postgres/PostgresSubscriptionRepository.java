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
import io.smallrye.mutiny.Uni;
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
        StoredModel rows = LoadModel.of(client, subscriptionId).await().indefinitely();
        if (rows == null) {
            throw unknown(subscriptionId);
        }
        return assembler.assemble(rows);
    }

    @Override
    public <M extends SubscriptionModel> M load(Class<M> modelClass, UUID subscriptionId) {
        return as(modelClass, load(subscriptionId));
    }

    @Override
    public Uni<DomainModel> loadWithUses(UUID subscriptionId) {
        return LoadModel.withUses(client, subscriptionId)
                .onItem()
                .ifNull()
                .failWith(() -> unknown(subscriptionId))
                .map(rows -> new DomainModel(
                        assembler.assemble(rows),
                        rows.uses().stream().collect(Collectors.groupingBy(StoredModel.Use::dependsOn))));
    }

    @Override
    public <B extends ProductBlock> B loadBlock(Class<B> blockClass, UUID instanceId) {
        StoredModel rows = LoadModel.ofBlock(client, instanceId).await().indefinitely();
        if (rows == null) {
            throw new OrchestratorException(ErrorCode.UNKNOWN_SUBSCRIPTION, "There is no block with id " + instanceId);
        }
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
