package dev.orchestrator.generator.description;

import java.util.List;

/** A field of a model whose value is fixed by the product, with the values that there are products for. */
public record FixedInputDescription(String name, String description, List<String> values) {}
