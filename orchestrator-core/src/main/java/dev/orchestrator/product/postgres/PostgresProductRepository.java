package dev.orchestrator.product.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.product.Catalogue;
import dev.orchestrator.product.CatalogueUsage;
import dev.orchestrator.product.Product;
import dev.orchestrator.product.ProductRepository;
import dev.orchestrator.state.Json;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads the catalogue with one statement for each question. */
@Singleton
public class PostgresProductRepository implements ProductRepository {
    private static final String SELECT_PRODUCT = """
            SELECT json_build_object(
                     'product_id', p.product_id, 'name', p.name, 'description', p.description,
                     'product_type', p.product_type, 'tag', p.tag, 'status', replace(p.status, '_', ' '),
                     'created_at', p.created_at, 'end_date', p.end_date,
                     'fixed_inputs', (SELECT coalesce(json_object_agg(f.name, f.value ORDER BY f.name), '{}')
                                      FROM fixed_inputs f WHERE f.product_id = p.product_id))::text AS product
            FROM products p
            """;

    private static final String BY_ID = SELECT_PRODUCT + "WHERE p.product_id = $1";

    private static final String BY_NAME = SELECT_PRODUCT + "WHERE p.name = $1";

    private static final String ALL = SELECT_PRODUCT + "ORDER BY p.name";

    private static final String OF_WORKFLOW = SELECT_PRODUCT + """
            WHERE p.product_id IN (SELECT pw.product_id
                                   FROM products_workflows pw JOIN workflows w USING (workflow_id)
                                   WHERE w.name = $1 AND w.deleted_at IS NULL)
            ORDER BY p.name
            """;

    private static final String CATALOGUE = """
            SELECT json_build_object(
              'products', (SELECT coalesce(json_object_agg(p.name, json_build_object(
                  'product_type', p.product_type,
                  'fixed_inputs', (SELECT coalesce(json_object_agg(f.name, f.value), '{}')
                                   FROM fixed_inputs f WHERE f.product_id = p.product_id),
                  'blocks', (SELECT coalesce(json_agg(b.name), '[]')
                             FROM product_product_blocks ppb JOIN product_blocks b USING (product_block_id)
                             WHERE ppb.product_id = p.product_id))), '{}') FROM products p),
              'blocks', (SELECT coalesce(json_object_agg(b.name, json_build_object(
                  'resource_types', (SELECT coalesce(json_agg(t.resource_type), '[]')
                                     FROM product_block_resource_types pbrt JOIN resource_types t USING (resource_type_id)
                                     WHERE pbrt.product_block_id = b.product_block_id),
                  'depends_on', (SELECT coalesce(json_agg(d.name), '[]')
                                 FROM product_block_relations r JOIN product_blocks d ON d.product_block_id = r.depends_on_id
                                 WHERE r.in_use_by_id = b.product_block_id))), '{}') FROM product_blocks b),
              'resource_types', (SELECT coalesce(json_agg(resource_type), '[]') FROM resource_types))::text
            """;

    private static final String USAGE = """
            SELECT json_build_object(
              'subscriptions', (SELECT coalesce(json_object_agg(name, number), '{}') FROM
                  (SELECT p.name, count(*) AS number FROM subscriptions s JOIN products p USING (product_id)
                   GROUP BY p.name) AS used),
              'instances', (SELECT coalesce(json_object_agg(name, number), '{}') FROM
                  (SELECT b.name, count(*) AS number
                   FROM subscription_instances i JOIN product_blocks b USING (product_block_id)
                   GROUP BY b.name) AS used),
              'values', (SELECT coalesce(json_object_agg(name, numbers), '{}') FROM
                  (SELECT b.name, json_object_agg(used.resource_type, used.number) AS numbers
                   FROM (SELECT i.product_block_id, t.resource_type, count(*) AS number
                         FROM subscription_instance_values v
                             JOIN subscription_instances i USING (subscription_instance_id)
                             JOIN resource_types t USING (resource_type_id)
                         GROUP BY i.product_block_id, t.resource_type) AS used
                       JOIN product_blocks b USING (product_block_id)
                   GROUP BY b.name) AS blocks))::text
            """;

    private final SqlClient client;

    @Inject
    public PostgresProductRepository(Pool pool) {
        this((SqlClient) pool);
    }

    /** Reads through any client: a pool, or the connection of a transaction. */
    public PostgresProductRepository(SqlClient client) {
        this.client = client;
    }

    @Override
    public Optional<Product> byId(UUID productId) {
        return products(BY_ID, Tuple.of(productId)).stream().findFirst();
    }

    @Override
    public Optional<Product> byName(String name) {
        return products(BY_NAME, Tuple.of(name)).stream().findFirst();
    }

    @Override
    public List<Product> all() {
        return products(ALL, Tuple.tuple());
    }

    @Override
    public List<Product> ofWorkflow(String workflow) {
        return products(OF_WORKFLOW, Tuple.of(workflow));
    }

    @Override
    public Catalogue catalogue() {
        return Json.as(json(CATALOGUE, Tuple.tuple()).getFirst(), Catalogue.class);
    }

    @Override
    public CatalogueUsage usage() {
        return Json.as(json(USAGE, Tuple.tuple()).getFirst(), CatalogueUsage.class);
    }

    private List<Product> products(String statement, Tuple parameters) {
        return json(statement, parameters).stream()
                .map(product -> Json.as(product, Product.class))
                .toList();
    }

    private List<JsonNode> json(String statement, Tuple parameters) {
        var rows = client.preparedQuery(statement).execute(parameters).await().indefinitely();
        return StreamSupport.stream(rows.spliterator(), false)
                .map((Row row) -> Json.parse(row.getString(0)))
                .toList();
    }
}
