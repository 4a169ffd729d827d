package dev.orchestrator.product;

import java.util.Map;
import java.util.Set;

/**
 * What the database knows of the product model, all by name.
 *
 * @param products each product
 * @param blocks each product block
 * @param resourceTypes all resource types, used or not
 */
public record Catalogue(Map<String, ProductEntry> products, Map<String, BlockEntry> blocks, Set<String> resourceTypes) {

    /** A product's fixed inputs with their values, and the names of its root blocks. */
    public record ProductEntry(String productType, Map<String, String> fixedInputs, Set<String> blocks) {}

    /** The names of a block's resource types and of the blocks that it depends on. */
    public record BlockEntry(Set<String> resourceTypes, Set<String> dependsOn) {}
}
