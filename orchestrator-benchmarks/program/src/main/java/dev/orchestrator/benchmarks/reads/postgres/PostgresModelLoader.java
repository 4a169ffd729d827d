package dev.orchestrator.benchmarks.reads.postgres;

import dev.orchestrator.benchmarks.catalogue.BenchmarkProducts;
import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.benchmarks.reads.ModelLoader;
import dev.orchestrator.process.postgres.EngineConnections;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.subscription.postgres.PostgresSubscriptionRepository;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Loads models by the orchestrator's own repository, on a pool with the settings of the services. */
final class PostgresModelLoader implements ModelLoader {
    private final Pool pool;
    private final SubscriptionRepository repository;

    private PostgresModelLoader(Database database, int connections) {
        PgConnectOptions address = EngineConnections.keepPrepared(PgConnectOptions.fromUri(database.reactiveUrl())
                .setUser(database.user())
                .setPassword(database.password()));
        this.pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(address)
                .with(new PoolOptions().setMaxSize(connections))
                .build());
        this.repository = new PostgresSubscriptionRepository(
                pool, new ProductRegistry(List.of(new BenchmarkProducts())), Clock.systemUTC());
    }

    @Override
    public SubscriptionModel load(UUID subscriptionId) {
        return repository.load(subscriptionId);
    }

    @Override
    public void close() {
        pool.closeAndAwait();
    }

    /** Named in META-INF/services. */
    public static final class Opener implements ModelLoader.Opener {
        @Override
        public ModelLoader open(Database database, int connections) {
            return new PostgresModelLoader(database, connections);
        }
    }
}
