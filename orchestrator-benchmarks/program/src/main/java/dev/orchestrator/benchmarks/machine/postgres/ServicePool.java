package dev.orchestrator.benchmarks.machine.postgres;

import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.process.postgres.EngineConnections;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;

/** Connections with the settings of the services, and the event loops that they run on; both end together. */
public final class ServicePool implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    /** Opens connections to the database as they are needed, at most so many. */
    public ServicePool(Database database, int connections) {
        this(database, connections, EngineConnections::keepPrepared);
    }

    /** With the settings of the engine's own connections. */
    public static ServicePool ofEngine(Database database, int connections) {
        return new ServicePool(database, connections, EngineConnections::forEngine);
    }

    private ServicePool(Database database, int connections, UnaryOperator<PgConnectOptions> settings) {
        // Set by Quarkus; else the first to use a pool sets it, which fails when two are first.
        ContextManagerProvider.instance();
        pool = PgBuilder.pool()
                .connectingTo(settings.apply(PgConnectOptions.fromUri(database.reactiveUrl())
                        .setUser(database.user())
                        .setPassword(database.password())))
                .with(new PoolOptions().setMaxSize(connections))
                .using(vertx)
                .build();
    }

    public Pool pool() {
        return pool;
    }

    public Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }
}
