package dev.orchestrator.subscription.postgres;

import dev.orchestrator.product.Product;
import dev.orchestrator.product.postgres.PostgresProductRepository;
import dev.orchestrator.subscription.CatalogueRows;
import dev.orchestrator.subscription.Network;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.subscription.Workshop;
import dev.orchestrator.subscription.Workshop.User;
import dev.orchestrator.subscription.Workshop.UserGroup;
import dev.orchestrator.testkit.SchemaScripts;
import dev.orchestrator.testkit.SettableClock;
import dev.orchestrator.testkit.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The repositories over a database of their own that holds the workshop's and the network's products. */
final class Subscriptions implements AutoCloseable {
    static final ProductRegistry REGISTRY = new ProductRegistry(List.of(new Workshop(), new Network()));
    static final Clock CLOCK = SettableClock.at("2026-03-04T05:06:07.891234Z");

    final TestDatabase database = TestDatabase.create(SchemaScripts.all());
    final Vertx vertx = Vertx.vertx();
    final Pool pool = Pool.newInstance(PgBuilder.pool()
            .connectingTo(PgConnectOptions.fromUri(database.reactiveUrl())
                    .setUser(database.user())
                    .setPassword(database.password())
                    .setCachePreparedStatements(true))
            .using(vertx)
            .build());
    final CountedClient counted = new CountedClient(pool);
    final SubscriptionRepository repository = new PostgresSubscriptionRepository(counted.pool(), REGISTRY, CLOCK);
    final PostgresProductRepository products = new PostgresProductRepository(pool);

    Subscriptions() {
        CatalogueRows.insert(
                database,
                REGISTRY,
                Map.of(
                        "User internal", Map.of("affiliation", "internal"),
                        "User external", Map.of("affiliation", "external")));
    }

    Product product(String name) {
        return products.byName(name).orElseThrow();
    }

    <M extends SubscriptionModel> M create(Class<M> modelClass, String product) {
        return repository.create(modelClass, product(product), Workshop.CUSTOMER);
    }

    /** The model as another program would find it. */
    <M extends SubscriptionModel> M reload(M model) {
        @SuppressWarnings("unchecked")
        Class<M> modelClass = (Class<M>) model.getClass();
        return repository.load(modelClass, model.subscriptionId());
    }

    UserGroup savedGroup(String name) {
        UserGroup group = create(UserGroup.class, "User Group");
        group.userGroup.groupName = name;
        group.description("User Group " + name);
        repository.save(group);
        return group;
    }

    User savedUser(String name, UserGroup group) {
        User user = create(User.class, "User internal");
        user.user.username = name;
        user.user.group = group.userGroup;
        user.description("User " + name);
        repository.save(user);
        return user;
    }

    List<List<String>> query(String sql) {
        return database.query(sql);
    }

    @Override
    public void close() {
        pool.close().await().indefinitely();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        database.close();
    }
}
