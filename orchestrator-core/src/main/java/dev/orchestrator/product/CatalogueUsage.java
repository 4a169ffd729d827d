package dev.orchestrator.product;

import java.util.Map;

/**
 * What customers have of the things in the catalogue, all by name; what nobody has is left out.
 *
 * @param subscriptions to each product, in whatever lifecycle
 * @param instances of each product block
 * @param values of each resource type, by block
 */
public record CatalogueUsage(
        Map<String, Long> subscriptions, Map<String, Long> instances, Map<String, Map<String, Long>> values) {

    public long subscriptionsTo(String product) {
        return subscriptions.getOrDefault(product, 0L);
    }

    public long instancesOf(String block) {
        return instances.getOrDefault(block, 0L);
    }

    public long valuesOf(String resourceType, String block) {
        return values.getOrDefault(block, Map.of()).getOrDefault(resourceType, 0L);
    }

    /** In all blocks together. */
    public long valuesOf(String resourceType) {
        return values.values().stream()
                .mapToLong(ofBlock -> ofBlock.getOrDefault(resourceType, 0L))
                .sum();
    }
}
