package dev.orchestrator.benchmarks.evolution.postgres;

import dev.orchestrator.benchmarks.evolution.Migrator;
import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.evolution.MigrationOptions;
import dev.orchestrator.evolution.MigrationReport;
import dev.orchestrator.evolution.MigrationRunner;
import dev.orchestrator.evolution.postgres.PostgresInFlightProcesses;
import dev.orchestrator.evolution.postgres.PostgresProcessRegistry;
import dev.orchestrator.process.postgres.EngineConnections;
import dev.orchestrator.workflow.WorkflowRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;

/** Runs the orchestrator's own runner on a pool with the settings of the services. */
final class PostgresMigrator implements Migrator {
    private static final int CONNECTIONS = 16;

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    private PostgresMigrator(Database database) {
        PgConnectOptions address = EngineConnections.keepPrepared(PgConnectOptions.fromUri(database.reactiveUrl())
                .setUser(database.user())
                .setPassword(database.password()));
        pool = PgBuilder.pool()
                .connectingTo(address)
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .using(vertx)
                .build();
    }

    @Override
    public MigrationReport migrate(MigrationOptions options) {
        return new MigrationRunner(
                        new Versions.OneToTwo(),
                        new WorkflowRegistry(Versions.all()),
                        new PostgresInFlightProcesses(pool),
                        options)
                .runAndUpdateRegistry(new PostgresProcessRegistry(pool));
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }

    /** Named in META-INF/services. */
    public static final class Opener implements Migrator.Opener {
        @Override
        public Migrator open(Database database) {
            return new PostgresMigrator(database);
        }
    }
}
