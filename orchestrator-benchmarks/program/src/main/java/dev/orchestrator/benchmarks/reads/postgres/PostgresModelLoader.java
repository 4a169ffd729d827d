package dev.orchestrator.benchmarks.reads.postgres;

import dev.orchestrator.benchmarks.catalogue.BenchmarkProducts;
import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.benchmarks.machine.postgres.ServicePool;
import dev.orchestrator.benchmarks.reads.ModelLoader;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.subscription.postgres.PostgresSubscriptionRepository;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Loads models by the orchestrator's own repository, on a pool with the settings of the services. */
final class PostgresModelLoader implements ModelLoader {
    private final ServicePool servicePool;
    private final SubscriptionRepository repository;

    private PostgresModelLoader(Database database, int connections) {
        servicePool = new ServicePool(database, connections);
        repository = new PostgresSubscriptionRepository(
                servicePool.pool(), new ProductRegistry(List.of(new BenchmarkProducts())), Clock.systemUTC());
    }

    @Override
    public SubscriptionModel load(UUID subscriptionId) {
        return repository.load(subscriptionId);
    }

    @Override
    public void close() {
        servicePool.close();
    }

    /** Named in META-INF/services. */
    public static final class Opener implements ModelLoader.Opener {
        @Override
        public ModelLoader open(Database database, int connections) {
            return new PostgresModelLoader(database, connections);
        }
    }
}
