package dev.orchestrator.subscription;

import dev.orchestrator.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the catalogue that registered classes need into a test's database. */
public final class CatalogueRows {
    private final List<String> statements = new ArrayList<>();

    private CatalogueRows() {}

    /** All products of the registry, with these fixed inputs by product. */
    public static void insert(
            TestDatabase database, ProductRegistry registry, Map<String, Map<String, String>> fixedInputs) {
        CatalogueRows rows = new CatalogueRows();
        registry.resourceTypes().keySet().forEach(rows::resourceType);
        registry.blocks().values().forEach(rows::block);
        registry.blocks().values().forEach(rows::relations);
        registry.products()
                .forEach((name, model) -> rows.product(name, model, fixedInputs.getOrDefault(name, Map.of())));
        database.execute(String.join(";\n", rows.statements));
    }

    private void resourceType(String name) {
        statements.add("INSERT INTO resource_types (resource_type) VALUES ('%s')".formatted(name));
    }

    private void block(BlockType block) {
        statements.add(
                "INSERT INTO product_blocks (name, description) VALUES ('%1$s', '%1$s')".formatted(block.name()));
        block.values().forEach(value -> statements.add("""
                        INSERT INTO product_block_resource_types
                        SELECT b.product_block_id, t.resource_type_id FROM product_blocks b, resource_types t
                        WHERE b.name = '%s' AND t.resource_type = '%s'""".formatted(block.name(), value.name())));
    }

    private void relations(BlockType block) {
        block.blocks().stream()
                .map(nested -> nested.blockType().name())
                .distinct()
                .forEach(nested -> statements.add("""
                        INSERT INTO product_block_relations (in_use_by_id, depends_on_id)
                        SELECT a.product_block_id, b.product_block_id FROM product_blocks a, product_blocks b
                        WHERE a.name = '%s' AND b.name = '%s'""".formatted(block.name(), nested)));
    }

    private void product(String name, ModelType model, Map<String, String> fixedInputs) {
        statements.add("""
                INSERT INTO products (name, description, product_type, tag, created_at)
                VALUES ('%1$s', '%1$s administration', '%2$s', 'TAG', '2026-01-02T03:04:05.678Z')""".formatted(name, model.modelClass().getSimpleName()));
        fixedInputs.forEach((input, value) -> statements.add(
                "INSERT INTO fixed_inputs (name, value, product_id) SELECT '%s', '%s', product_id FROM products WHERE name = '%s'"
                        .formatted(input, value, name)));
        model.roots().stream()
                .map(root -> root.blockType().name())
                .distinct()
                .forEach(block -> statements.add("""
                        INSERT INTO product_product_blocks
                        SELECT p.product_id, b.product_block_id FROM products p, product_blocks b
                        WHERE p.name = '%s' AND b.name = '%s'""".formatted(name, block)));
    }
}
