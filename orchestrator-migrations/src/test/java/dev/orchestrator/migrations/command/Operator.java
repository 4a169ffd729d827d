package dev.orchestrator.migrations.command;

import dev.orchestrator.product.postgres.PostgresProductRepository;
import dev.orchestrator.subscription.ProductCatalog;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.SubscriptionModel;
import dev.orchestrator.testkit.TestDatabase;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import dev.orchestrator.workflow.postgres.PostgresStoredWorkflows;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Somebody with a database, a folder of data versions, and code that changes as they like. */
final class Operator implements AutoCloseable {
    final TestDatabase database = TestDatabase.create();
    final Path folder;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private List<ProductCatalog> products = List.of();
    private WorkflowRegistry workflows = new WorkflowRegistry(List.of());

    Operator(Path folder) {
        this.folder = folder;
        pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(database.reactiveUrl())
                        .setUser(database.user())
                        .setPassword(database.password()))
                .using(vertx)
                .build();
    }

    void registers(Map<String, Class<? extends SubscriptionModel>> models) {
        registersAll(() -> models);
    }

    void registersAll(ProductCatalog... catalogs) {
        products = List.of(catalogs);
    }

    void registers(Workflow... known) {
        workflows = new WorkflowRegistry(List.of(known));
    }

    /** Runs a command with nobody at the terminal. */
    CommandRun run(String... arguments) {
        return types("", arguments);
    }

    /** Runs a command and types these lines. */
    CommandRun types(String input, String... arguments) {
        return CommandRun.with(CommandRun.settings(database, folder), this::application, input, arguments);
    }

    Surroundings.Application application() {
        return new Surroundings.Application(
                new ProductRegistry(products),
                workflows,
                new PostgresProductRepository(pool),
                new PostgresStoredWorkflows(pool));
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
        database.close();
    }
}
