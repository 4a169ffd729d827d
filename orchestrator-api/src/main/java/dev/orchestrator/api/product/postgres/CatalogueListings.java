package dev.orchestrator.api.product.postgres;

import dev.orchestrator.api.listing.postgres.ListFields;
import dev.orchestrator.api.listing.postgres.Listing;
import dev.orchestrator.api.product.ProductBlock;
import dev.orchestrator.api.product.ProductType;
import dev.orchestrator.api.product.ResourceType;

/** The lists of the catalogue: small tables, so a page may hold what clients call all. */
public final class CatalogueListings {
    private static final int LIMIT = 10_000;

    public static final Listing<ProductType> PRODUCTS = new Listing<>(
            CatalogueRows.PRODUCT_COLUMNS,
            "products p",
            ListFields.keyedBy("p.product_id")
                    .inOrderOf("lower(p.name)")
                    .id("product_id", "p.product_id")
                    .text("name", "p.name")
                    .text("description", "p.description")
                    .text("product_type", "p.product_type")
                    .text("status", "p.status")
                    .text("tag", "p.tag")
                    .time("created_at", "p.created_at")
                    .time("end_date", "p.end_date")
                    .filterText("product_block", "b.name", """
                            EXISTS (SELECT FROM product_product_blocks pb JOIN product_blocks b USING (product_block_id)
                                    WHERE pb.product_id = p.product_id AND {condition})"""),
            LIMIT,
            CatalogueRows.PRODUCTS);

    static final Listing<ProductBlock> BLOCKS = new Listing<>(
            CatalogueRows.BLOCK_COLUMNS,
            "product_blocks b",
            ListFields.keyedBy("b.product_block_id")
                    .inOrderOf("lower(b.name)")
                    .id("product_block_id", "b.product_block_id")
                    .text("name", "b.name")
                    .text("description", "b.description")
                    .text("tag", "b.tag")
                    .text("status", "b.status")
                    .time("created_at", "b.created_at")
                    .time("end_date", "b.end_date")
                    .filterText("product", "p.name", """
                            EXISTS (SELECT FROM product_product_blocks pb JOIN products p USING (product_id)
                                    WHERE pb.product_block_id = b.product_block_id AND {condition})""")
                    .filterText("resource_type", "r.resource_type", """
                            EXISTS (SELECT FROM product_block_resource_types br JOIN resource_types r USING (resource_type_id)
                                    WHERE br.product_block_id = b.product_block_id AND {condition})"""),
            LIMIT,
            CatalogueRows.BLOCKS);

    static final Listing<ResourceType> RESOURCE_TYPES = new Listing<>(
            "r.resource_type_id, r.resource_type, r.description",
            "resource_types r",
            ListFields.keyedBy("r.resource_type_id")
                    .inOrderOf("lower(r.resource_type)")
                    .id("resource_type_id", "r.resource_type_id")
                    .text("resource_type", "r.resource_type")
                    .text("description", "r.description")
                    .filterText("product_block", "b.name", """
                            EXISTS (SELECT FROM product_block_resource_types br JOIN product_blocks b USING (product_block_id)
                                    WHERE br.resource_type_id = r.resource_type_id AND {condition})"""),
            LIMIT,
            CatalogueRows.RESOURCE_TYPES);

    private CatalogueListings() {}
}
