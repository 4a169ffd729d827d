package dev.orchestrator.worker;

import dev.orchestrator.process.ChildProcesses;
import dev.orchestrator.process.StartContexts;
import dev.orchestrator.process.postgres.EngineConnections;
import dev.orchestrator.process.postgres.PostgresCheckpoints;
import dev.orchestrator.process.postgres.PostgresChildRepository;
import dev.orchestrator.process.postgres.PostgresNewProcesses;
import dev.orchestrator.process.postgres.PostgresProcessQueue;
import dev.orchestrator.process.postgres.PostgresProcessRepository;
import dev.orchestrator.process.postgres.PostgresQueueHints;
import dev.orchestrator.product.postgres.PostgresProductRepository;
import dev.orchestrator.subscription.ProductCatalog;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.postgres.PostgresSubscriptionRepository;
import dev.orchestrator.testkit.TestDatabase;
import dev.orchestrator.workflow.WorkflowRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;

/** What a worker is made of, over a database that is there already: one of this test, or of the test that started this program. */
final class EngineParts implements AutoCloseable {
    static final int LOST_LEASE_LIMIT = 3;

    final Vertx vertx = Vertx.vertx();
    final Pool pool;
    final Pool engine;
    final PostgresProcessRepository processes;
    final PostgresProcessQueue queue;
    final PostgresQueueHints hints;
    final PostgresSubscriptionRepository subscriptions;
    final StartContexts contexts;
    private final PostgresProductRepository products;
    private final Clock clock = Clock.systemUTC();

    /** Where a database is; as arguments of a program, its three parts in this order. */
    record Address(String url, String user, String password) {
        static Address of(TestDatabase database) {
            return new Address(database.reactiveUrl(), database.user(), database.password());
        }
    }

    EngineParts(Address address, List<? extends ProductCatalog> catalogs) {
        // Set by Quarkus; else the first to use a pool sets it, which fails when two are first.
        ContextManagerProvider.instance();
        pool = pool(address, EngineConnections::keepPrepared);
        engine = pool(address, EngineConnections::forEngine);
        processes = new PostgresProcessRepository(pool);
        queue = new PostgresProcessQueue(engine);
        hints = new PostgresQueueHints(pool, vertx, false);
        products = new PostgresProductRepository(pool);
        subscriptions = new PostgresSubscriptionRepository(pool, new ProductRegistry(catalogs), clock);
        contexts = new StartContexts(processes, products, subscriptions);
    }

    private Pool pool(Address address, UnaryOperator<PgConnectOptions> settings) {
        return PgBuilder.pool()
                .connectingTo(settings.apply(PgConnectOptions.fromUri(address.url())
                        .setUser(address.user())
                        .setPassword(address.password())))
                .using(vertx)
                .build();
    }

    Worker worker(WorkflowRegistry workflows, PostgresQueueHints wakeUps, Duration lease) {
        return new Worker(
                workflows,
                queue,
                new PostgresCheckpoints(engine),
                new Repositories(products, subscriptions, processes),
                new ChildProcesses(
                        workflows,
                        contexts,
                        new PostgresNewProcesses(pool, wakeUps),
                        new PostgresChildRepository(),
                        clock),
                wakeUps,
                settings(lease),
                clock);
    }

    static WorkerSettings settings(Duration lease) {
        return new WorkerSettings() {
            @Override
            public Duration lease() {
                return lease;
            }

            @Override
            public Duration pollInterval() {
                return Duration.ofMillis(20);
            }

            @Override
            public int processesAtOnce() {
                return 100;
            }

            @Override
            public Duration gracePeriod() {
                return Duration.ofSeconds(10);
            }

            @Override
            public int lostLeaseLimit() {
                return LOST_LEASE_LIMIT;
            }
        };
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        engine.closeAndAwait();
        vertx.closeAndAwait();
    }
}
