package dev.orchestrator.benchmarks.machine.postgres;

import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.process.postgres.EngineConnections;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;

/** Connections with the settings of the services, and the event loops that they run on; both end together. */
public final class ServicePool implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    /** Opens connections to the database as they are needed, at most so many. */
    public ServicePool(Database database, int connections) {
        PgConnectOptions address = EngineConnections.keepPrepared(PgConnectOptions.fromUri(database.reactiveUrl())
                .setUser(database.user())
                .setPassword(database.password()));
        pool = PgBuilder.pool()
                .connectingTo(address)
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
