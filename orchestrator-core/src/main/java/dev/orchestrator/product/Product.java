package dev.orchestrator.product;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A product of the catalogue, with the values of its fixed inputs by name.
 *
 * @param endDate since when it is not sold any more, or null
 */
public record Product(
        UUID productId,
        String name,
        String description,
        String productType,
        String tag,
        ProductLifecycle status,
        Instant createdAt,
        Instant endDate,
        Map<String, String> fixedInputs) {

    public Product {
        fixedInputs = Map.copyOf(fixedInputs);
    }

    public Optional<String> fixedInput(String name) {
        return Optional.ofNullable(fixedInputs.get(name));
    }
}
