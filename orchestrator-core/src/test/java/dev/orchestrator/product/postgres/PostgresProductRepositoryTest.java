package dev.orchestrator.product.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.product.Product;
import dev.orchestrator.product.ProductLifecycle;
import dev.orchestrator.testkit.SchemaScripts;
import dev.orchestrator.testkit.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresProductRepositoryTest {
    private static final UUID INTERNAL = UUID.fromString("a0000000-0000-4000-8000-000000000001");

    private static TestDatabase database;
    private static Vertx vertx;
    private static Pool pool;
    private static PostgresProductRepository repository;

    @BeforeAll
    static void open() {
        database = TestDatabase.create(SchemaScripts.all());
        database.execute("""
                INSERT INTO products (product_id, name, description, product_type, tag, status, created_at, end_date) VALUES
                  ('a0000000-0000-4000-8000-000000000001', 'User internal', 'internal', 'User', 'INT', 'active',
                   '2026-01-02T03:04:05.678901Z', NULL),
                  ('a0000000-0000-4000-8000-000000000002', 'User external', 'external', 'User', 'EXT', 'end of life',
                   '2026-01-02T03:04:05Z', '2026-02-02T00:00:00Z');
                INSERT INTO fixed_inputs (name, value, product_id) VALUES
                  ('affiliation', 'internal', 'a0000000-0000-4000-8000-000000000001'),
                  ('level', '3', 'a0000000-0000-4000-8000-000000000001');
                INSERT INTO products_workflows
                  SELECT 'a0000000-0000-4000-8000-000000000002', workflow_id FROM workflows WHERE name = 'modify_note';
                INSERT INTO workflows (name, target, deleted_at) VALUES ('gone', 'MODIFY', '2026-01-01T00:00:00Z');
                INSERT INTO products_workflows
                  SELECT 'a0000000-0000-4000-8000-000000000002', workflow_id FROM workflows WHERE name = 'gone'""");
        vertx = Vertx.vertx();
        pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(database.reactiveUrl())
                        .setUser(database.user())
                        .setPassword(database.password()))
                .using(vertx)
                .build());
        repository = new PostgresProductRepository(pool);
    }

    @AfterAll
    static void close() {
        pool.close().await().indefinitely();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        database.close();
    }

    @Test
    void findsAProductWithItsFixedInputs() {
        Product expected = new Product(
                INTERNAL,
                "User internal",
                "internal",
                "User",
                "INT",
                ProductLifecycle.ACTIVE,
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                null,
                Map.of("affiliation", "internal", "level", "3"));

        assertThat(repository.byId(INTERNAL)).contains(expected);
        assertThat(repository.byName("User internal")).contains(expected);
    }

    @Test
    void findsNothingUnderAnUnknownIdOrName() {
        assertThat(repository.byId(UUID.randomUUID())).isEmpty();
        assertThat(repository.byName("user internal")).isEmpty();
    }

    @Test
    void listsAllProductsByName() {
        assertThat(repository.all()).extracting(Product::name).containsExactly("User external", "User internal");
        assertThat(repository.all().getFirst().status()).isEqualTo(ProductLifecycle.END_OF_LIFE);
        assertThat(repository.all().getFirst().endDate()).isEqualTo("2026-02-02T00:00:00Z");
    }

    @Test
    void listsTheProductsOfAWorkflowThatIsNotDeleted() {
        assertThat(repository.ofWorkflow("modify_note"))
                .extracting(Product::name)
                .containsExactly("User external");
        assertThat(repository.ofWorkflow("gone")).isEmpty();
    }
}
