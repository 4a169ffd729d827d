package dev.orchestrator.benchmarks.engine.postgres;

import dev.orchestrator.benchmarks.catalogue.BenchmarkWorkflows;
import dev.orchestrator.benchmarks.engine.Starter;
import dev.orchestrator.benchmarks.machine.Database;
import dev.orchestrator.benchmarks.machine.postgres.ServicePool;
import dev.orchestrator.process.Operator;
import dev.orchestrator.process.StartContexts;
import dev.orchestrator.process.StartProcess;
import dev.orchestrator.process.StartProcesses;
import dev.orchestrator.process.postgres.PostgresNewProcesses;
import dev.orchestrator.process.postgres.PostgresProcessRepository;
import dev.orchestrator.process.postgres.PostgresQueueHints;
import dev.orchestrator.product.postgres.PostgresProductRepository;
import dev.orchestrator.state.Json;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.postgres.PostgresSubscriptionRepository;
import dev.orchestrator.workflow.WorkflowRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.util.Collections;
import java.util.List;

/** Starts processes by the orchestrator's own use cases, on a pool of its own. */
final class PostgresStarter implements Starter {
    private static final String REPORTER = "benchmark";
    private static final int CONNECTIONS = 16;

    private final ServicePool servicePool;
    private final StartProcess one;
    private final StartProcesses many;

    private PostgresStarter(Database database) {
        servicePool = new ServicePool(database, CONNECTIONS);
        Pool pool = servicePool.pool();
        Clock clock = Clock.systemUTC();
        var workflows = new WorkflowRegistry(BenchmarkWorkflows.all());
        var hints = new PostgresQueueHints(pool, servicePool.vertx(), false);
        var starts = new PostgresNewProcesses(pool, hints);
        var processes = new PostgresProcessRepository(pool);
        var contexts = new StartContexts(
                processes,
                new PostgresProductRepository(pool),
                new PostgresSubscriptionRepository(pool, new ProductRegistry(List.of()), clock));
        one = new StartProcess(workflows, contexts, starts, processes, clock);
        many = new StartProcesses(workflows, contexts, starts, clock);
    }

    @Override
    public void start(String workflow) {
        one.start(workflow, List.of(Json.object()), Operator.of(REPORTER));
    }

    @Override
    public void startAll(String workflow, int number) {
        many.start(workflow, Collections.nCopies(number, Json.object()), REPORTER);
    }

    @Override
    public void close() {
        servicePool.close();
    }

    /** Named in META-INF/services. */
    public static final class Opener implements Starter.Opener {
        @Override
        public Starter open(Database database) {
            return new PostgresStarter(database);
        }
    }
}
