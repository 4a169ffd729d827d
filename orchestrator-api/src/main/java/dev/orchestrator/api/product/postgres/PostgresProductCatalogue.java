package dev.orchestrator.api.product.postgres;

import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import dev.orchestrator.api.listing.postgres.RowsBelow;
import dev.orchestrator.api.product.FixedInput;
import dev.orchestrator.api.product.ProductBlock;
import dev.orchestrator.api.product.ProductCatalogue;
import dev.orchestrator.api.product.ProductType;
import dev.orchestrator.api.product.ResourceType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the catalogue with the reactive client. */
@Singleton
class PostgresProductCatalogue implements ProductCatalogue {
    private static final String BLOCKS_OF_PRODUCTS = """
            SELECT pb.product_id AS parent, %s
            FROM product_product_blocks pb JOIN product_blocks b USING (product_block_id)
            WHERE pb.product_id = ANY($1) ORDER BY lower(b.name)
            """.formatted(CatalogueRows.BLOCK_COLUMNS);

    private static final String ALL_BLOCK_NAMES_OF_PRODUCTS = """
            WITH RECURSIVE blocks (parent, product_block_id) AS (
                SELECT product_id, product_block_id FROM product_product_blocks WHERE product_id = ANY($1)
                UNION
                SELECT blocks.parent, r.depends_on_id
                FROM blocks JOIN product_block_relations r ON r.in_use_by_id = blocks.product_block_id)
            SELECT parent, name FROM blocks JOIN product_blocks USING (product_block_id) ORDER BY name
            """;

    private static final String FIXED_INPUTS_OF_PRODUCTS = """
            SELECT product_id AS parent, fixed_input_id, name, value, product_id, created_at
            FROM fixed_inputs WHERE product_id = ANY($1) ORDER BY name
            """;

    private static final String BLOCKS_THAT_BLOCKS_DEPEND_ON = """
            SELECT r.in_use_by_id AS parent, %s
            FROM product_block_relations r JOIN product_blocks b ON b.product_block_id = r.depends_on_id
            WHERE r.in_use_by_id = ANY($1) ORDER BY lower(b.name)
            """.formatted(CatalogueRows.BLOCK_COLUMNS);

    private static final String BLOCKS_THAT_USE_BLOCKS = """
            SELECT r.depends_on_id AS parent, %s
            FROM product_block_relations r JOIN product_blocks b ON b.product_block_id = r.in_use_by_id
            WHERE r.depends_on_id = ANY($1) ORDER BY lower(b.name)
            """.formatted(CatalogueRows.BLOCK_COLUMNS);

    private static final String RESOURCE_TYPES_OF_BLOCKS = """
            SELECT br.product_block_id AS parent, r.resource_type_id, r.resource_type, r.description
            FROM product_block_resource_types br JOIN resource_types r USING (resource_type_id)
            WHERE br.product_block_id = ANY($1) ORDER BY lower(r.resource_type)
            """;

    private static final String BLOCKS_OF_RESOURCE_TYPES = """
            SELECT br.resource_type_id AS parent, %s
            FROM product_block_resource_types br JOIN product_blocks b USING (product_block_id)
            WHERE br.resource_type_id = ANY($1) ORDER BY lower(b.name)
            """.formatted(CatalogueRows.BLOCK_COLUMNS);

    private final Pool pool;

    PostgresProductCatalogue(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<ProductType>> products(ListRequest request) {
        return CatalogueListings.PRODUCTS.page(pool, request);
    }

    @Override
    public Uni<Page<ProductBlock>> productBlocks(ListRequest request) {
        return CatalogueListings.BLOCKS.page(pool, request);
    }

    @Override
    public Uni<Page<ResourceType>> resourceTypes(ListRequest request) {
        return CatalogueListings.RESOURCE_TYPES.page(pool, request);
    }

    @Override
    public Uni<Map<UUID, List<ProductBlock>>> blocksOfProducts(Collection<UUID> products) {
        return blocks(BLOCKS_OF_PRODUCTS, products);
    }

    @Override
    public Uni<Map<UUID, List<String>>> allBlockNamesOfProducts(Collection<UUID> products) {
        return new RowsBelow<>(ALL_BLOCK_NAMES_OF_PRODUCTS, CatalogueRows.NAMES).read(pool, products);
    }

    @Override
    public Uni<Map<UUID, List<FixedInput>>> fixedInputsOfProducts(Collection<UUID> products) {
        return new RowsBelow<>(FIXED_INPUTS_OF_PRODUCTS, CatalogueRows.FIXED_INPUTS).read(pool, products);
    }

    @Override
    public Uni<Map<UUID, List<ProductBlock>>> blocksThatBlocksDependOn(Collection<UUID> blocks) {
        return blocks(BLOCKS_THAT_BLOCKS_DEPEND_ON, blocks);
    }

    @Override
    public Uni<Map<UUID, List<ProductBlock>>> blocksThatUseBlocks(Collection<UUID> blocks) {
        return blocks(BLOCKS_THAT_USE_BLOCKS, blocks);
    }

    @Override
    public Uni<Map<UUID, List<ResourceType>>> resourceTypesOfBlocks(Collection<UUID> blocks) {
        return new RowsBelow<>(RESOURCE_TYPES_OF_BLOCKS, CatalogueRows.RESOURCE_TYPES).read(pool, blocks);
    }

    @Override
    public Uni<Map<UUID, List<ProductBlock>>> blocksOfResourceTypes(Collection<UUID> resourceTypes) {
        return blocks(BLOCKS_OF_RESOURCE_TYPES, resourceTypes);
    }

    private Uni<Map<UUID, List<ProductBlock>>> blocks(String sql, Collection<UUID> parents) {
        return new RowsBelow<>(sql, CatalogueRows.BLOCKS).read(pool, parents);
    }
}
