package dev.orchestrator.benchmarks.evolution.postgres;

import dev.orchestrator.benchmarks.evolution.Migrator;
import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.benchmarks.machine.postgres.ServicePool;
import dev.orchestrator.evolution.MigrationOptions;
import dev.orchestrator.evolution.MigrationReport;
import dev.orchestrator.evolution.MigrationRunner;
import dev.orchestrator.evolution.postgres.PostgresInFlightProcesses;
import dev.orchestrator.evolution.postgres.PostgresProcessRegistry;
import dev.orchestrator.workflow.WorkflowRegistry;
import io.vertx.mutiny.sqlclient.Pool;

/** Runs the orchestrator's own runner on pools with the settings of the services. */
final class PostgresMigrator implements Migrator {
    private static final int CONNECTIONS = 16;
    private static final int ENGINE_CONNECTIONS = 8;

    private final ServicePool servicePool;
    private final ServicePool enginePool;

    private PostgresMigrator(Database database) {
        servicePool = new ServicePool(database, CONNECTIONS);
        enginePool = ServicePool.ofEngine(database, ENGINE_CONNECTIONS);
    }

    @Override
    public MigrationReport migrate(MigrationOptions options) {
        Pool pool = servicePool.pool();
        Pool engine = enginePool.pool();
        return new MigrationRunner(
                        new Versions.OneToTwo(),
                        new WorkflowRegistry(Versions.all()),
                        new PostgresInFlightProcesses(pool, engine),
                        options)
                .runAndUpdateRegistry(new PostgresProcessRegistry(pool, engine));
    }

    @Override
    public void close() {
        servicePool.close();
        enginePool.close();
    }

    /** Named in META-INF/services. */
    public static final class Opener implements Migrator.Opener {
        @Override
        public Migrator open(Database database) {
            return new PostgresMigrator(database);
        }
    }
}
