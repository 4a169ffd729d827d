package dev.orchestrator.benchmarks.reads;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** What is read: many circuits of 3 blocks with 7 values, and some networks of 50 blocks with 2 values each, four deep. */
final class DataSet {
    static final int CIRCUITS = 20_000;
    static final int NETWORKS = 200;
    static final int BLOCKS_OF_A_NETWORK = 50;

    private static final String CATALOGUE = """
            INSERT INTO products (name, description, product_type, tag) VALUES
              ('Benchmark circuit', 'a circuit between two endpoints', 'Circuit', 'CIRCUIT'),
              ('Benchmark network', 'a network of fifty blocks', 'Network', 'NETWORK');
            INSERT INTO product_blocks (name, description, tag) VALUES
              ('CircuitBlock', 'circuit', 'CB'), ('EndpointBlock', 'endpoint', 'EB'), ('NetworkBlock', 'network', 'NB'),
              ('SiteBlock', 'site', 'SB'), ('RackBlock', 'rack', 'RB'), ('LeafBlock', 'leaf', 'LB');
            INSERT INTO resource_types (resource_type, description)
            SELECT name, name
            FROM unnest(ARRAY['circuit_name', 'bandwidth', 'service_class', 'port_name', 'vlan', 'network_name',
                              'autonomous_system', 'site_name', 'floors', 'rack_name', 'height', 'leaf_name', 'ports']) name;
            INSERT INTO product_product_blocks (product_id, product_block_id)
            SELECT p.product_id, b.product_block_id
            FROM products p JOIN product_blocks b ON b.name = p.product_type || 'Block';
            INSERT INTO product_block_resource_types (product_block_id, resource_type_id)
            SELECT b.product_block_id, t.resource_type_id
            FROM (VALUES ('CircuitBlock', 'circuit_name'), ('CircuitBlock', 'bandwidth'), ('CircuitBlock', 'service_class'),
                         ('EndpointBlock', 'port_name'), ('EndpointBlock', 'vlan'),
                         ('NetworkBlock', 'network_name'), ('NetworkBlock', 'autonomous_system'),
                         ('SiteBlock', 'site_name'), ('SiteBlock', 'floors'), ('RackBlock', 'rack_name'),
                         ('RackBlock', 'height'), ('LeafBlock', 'leaf_name'), ('LeafBlock', 'ports')) part (block, type)
              JOIN product_blocks b ON b.name = part.block JOIN resource_types t ON t.resource_type = part.type;
            INSERT INTO product_block_relations (in_use_by_id, depends_on_id)
            SELECT u.product_block_id, d.product_block_id
            FROM (VALUES ('CircuitBlock', 'EndpointBlock'), ('NetworkBlock', 'SiteBlock'), ('SiteBlock', 'RackBlock'),
                         ('RackBlock', 'LeafBlock')) part (user_block, used_block)
              JOIN product_blocks u ON u.name = part.user_block JOIN product_blocks d ON d.name = part.used_block;
            """;

    /** The seconds of the start dates are never 0, which is where writers of ISO times differ. */
    private static final String SUBSCRIPTIONS = """
            INSERT INTO subscriptions (subscription_id, description, status, product_id, customer_id, insync, start_date)
            SELECT md5(p.product_type || n)::uuid, p.product_type || ' ' || n, 'active', p.product_id,
                   '59289a57-70fb-4ff5-9c93-10fe67b12434', true,
                   timestamptz '2025-01-01 00:00:01+00' + n * interval '1 minute'
            FROM products p CROSS JOIN LATERAL generate_series(1, CASE p.product_type WHEN 'Circuit' THEN %d ELSE %d END) n;
            """.formatted(CIRCUITS, NETWORKS);

    /**
     * A block's number tells its place. In a circuit: 1 is the root, 2 and 3 its endpoints. In a network: 1 is the root, 2 to 5 its
     * sites, 6 to 20 the racks, 21 to 50 the leaves, two of each rack.
     */
    private static final String PLACES = """
            CREATE TEMPORARY TABLE places AS
            SELECT 'Circuit' AS type, n,
                   CASE WHEN n > 1 THEN 1 END AS parent,
                   CASE WHEN n = 1 THEN 'CircuitBlock' ELSE 'EndpointBlock' END AS block,
                   CASE n WHEN 1 THEN 'circuit' WHEN 2 THEN 'left' ELSE 'right' END AS field,
                   0 AS place
            FROM generate_series(1, 3) n
            UNION ALL
            SELECT 'Network', n,
                   CASE WHEN n > 20 THEN 6 + (n - 21) / 2 WHEN n > 5 THEN 2 + (n - 6) / 4 WHEN n > 1 THEN 1 END,
                   CASE WHEN n > 20 THEN 'LeafBlock' WHEN n > 5 THEN 'RackBlock' WHEN n > 1 THEN 'SiteBlock'
                        ELSE 'NetworkBlock' END,
                   CASE WHEN n > 20 THEN 'leaves' WHEN n > 5 THEN 'racks' WHEN n > 1 THEN 'sites' ELSE 'network' END,
                   CASE WHEN n > 20 THEN (n - 21) %% 2 WHEN n > 5 THEN (n - 6) %% 4 WHEN n > 1 THEN n - 2 ELSE 0 END
            FROM generate_series(1, %d) n;
            CREATE TEMPORARY TABLE blocks AS
            SELECT md5(s.subscription_id || ' ' || places.n)::uuid AS id,
                   CASE WHEN parent IS NOT NULL THEN md5(s.subscription_id || ' ' || places.parent)::uuid END AS parent,
                   s.subscription_id, b.product_block_id, places.field, places.place, places.n
            FROM subscriptions s JOIN products p USING (product_id) JOIN places ON places.type = p.product_type
              JOIN product_blocks b ON b.name = places.block;
            """.formatted(BLOCKS_OF_A_NETWORK);

    private static final String BLOCKS = """
            INSERT INTO subscription_instances (subscription_instance_id, subscription_id, product_block_id, root_field)
            SELECT id, subscription_id, product_block_id, CASE WHEN parent IS NULL THEN field END FROM blocks;
            INSERT INTO subscription_instance_relations (in_use_by_id, depends_on_id, order_id, domain_model_attr)
            SELECT parent, id, place, field FROM blocks WHERE parent IS NOT NULL;
            INSERT INTO subscription_instance_values (subscription_instance_id, resource_type_id, value)
            SELECT blocks.id, t.resource_type_id,
                   CASE WHEN t.resource_type IN ('bandwidth', 'vlan', 'autonomous_system', 'floors', 'height', 'ports')
                        THEN (1000 + blocks.n)::text ELSE t.resource_type || ' ' || left(blocks.id::text, 8) END
            FROM blocks JOIN product_block_resource_types USING (product_block_id) JOIN resource_types t USING (resource_type_id);
            """;

    private DataSet() {}

    /** Takes some seconds. */
    static void insert(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : List.of(CATALOGUE, SUBSCRIPTIONS, PLACES, BLOCKS)) {
                statement.execute(sql);
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE");
        }
    }

    static UUID circuit(int number) {
        return id("Circuit" + number);
    }

    static UUID network(int number) {
        return id("Network" + number);
    }

    /** The same as in SQL {@code md5(text)::uuid}. */
    private static UUID id(String text) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has MD5", impossible);
        }
    }
}
