package dev.orchestrator.api.product.postgres;

import dev.orchestrator.api.listing.Batch;
import dev.orchestrator.api.listing.postgres.RowMapping;
import dev.orchestrator.api.product.FixedInput;
import dev.orchestrator.api.product.ProductBlock;
import dev.orchestrator.api.product.ProductType;
import dev.orchestrator.api.product.ResourceType;
import dev.orchestrator.product.ProductLifecycle;
import io.vertx.mutiny.sqlclient.Row;

/** How the rows of the catalogue's tables become items, and the columns that this takes. */
public final class CatalogueRows {
    public static final String PRODUCT_COLUMNS = """
            p.product_id, p.name, p.description, p.product_type, p.status, p.tag, p.created_at, p.end_date""";

    public static final RowMapping<ProductType> PRODUCTS = new RowMapping<>("product_id", CatalogueRows::product);

    static final String BLOCK_COLUMNS = """
            b.product_block_id, b.name, b.description, b.tag, b.status, b.created_at, b.end_date""";

    static final RowMapping<ProductBlock> BLOCKS = new RowMapping<>("product_block_id", CatalogueRows::block);

    static final RowMapping<ResourceType> RESOURCE_TYPES =
            new RowMapping<>("resource_type_id", CatalogueRows::resourceType);

    static final RowMapping<FixedInput> FIXED_INPUTS = RowMapping.of(CatalogueRows::fixedInput);

    static final RowMapping<String> NAMES = RowMapping.of(row -> row.getString("name"));

    private CatalogueRows() {}

    private static ProductType product(Row row, Batch batch) {
        return new ProductType(
                row.getUUID("product_id"),
                row.getString("name"),
                row.getString("description"),
                row.getString("product_type"),
                ProductLifecycle.ofWireName(row.getString("status")),
                row.getString("tag"),
                row.getOffsetDateTime("created_at"),
                row.getOffsetDateTime("end_date"),
                batch);
    }

    private static ProductBlock block(Row row, Batch batch) {
        return new ProductBlock(
                row.getUUID("product_block_id"),
                row.getString("name"),
                row.getString("description"),
                row.getString("tag"),
                ProductLifecycle.ofWireName(row.getString("status")),
                row.getOffsetDateTime("created_at"),
                row.getOffsetDateTime("end_date"),
                batch);
    }

    private static ResourceType resourceType(Row row, Batch batch) {
        return new ResourceType(
                row.getUUID("resource_type_id"), row.getString("resource_type"), row.getString("description"), batch);
    }

    private static FixedInput fixedInput(Row row) {
        return new FixedInput(
                row.getUUID("fixed_input_id"),
                row.getString("name"),
                row.getString("value"),
                row.getUUID("product_id"),
                row.getOffsetDateTime("created_at"));
    }
}
