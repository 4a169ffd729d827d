package dev.orchestrator.generator.source;

import dev.orchestrator.generator.description.BlockDescription;
import dev.orchestrator.generator.description.FieldDescription;
import dev.orchestrator.generator.description.ProductDescription;
import java.util.Collections;
import java.util.stream.Collectors;

/** A page of a form, filled in within its bounds, as JSON. */
record ExamplePage(ProductDescription product) {
    private static final int LEAST_TEXT = 3;

    String of(BlockDescription block) {
        return block.fields().stream()
                .map(field -> Words.quoted(field.name()) + ": " + value(field))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String value(FieldDescription field) {
        if (!field.isList()) {
            return one(field);
        }
        int items = field.items().orElseThrow().min().orElse(1L).intValue();
        return Collections.nCopies(items, one(field)).toString();
    }

    private String one(FieldDescription field) {
        return switch (field.kind()) {
            case STRING -> Words.quoted("a".repeat(within(field, LEAST_TEXT)));
            case INTEGER, LONG -> Long.toString(number(field));
            case BOOLEAN -> "true";
            case UUID -> "\"7d1f3a52-6d0e-4a0c-9b57-1f6a2c3d4e5f\"";
            case DATETIME -> "1767225600";
            case DATE -> "\"2026-01-01\"";
            case IP_ADDRESS -> "\"192.0.2.1\"";
            case IP_PREFIX -> "\"192.0.2.0/24\"";
            case ENUM -> Words.quoted(field.values().getFirst());
            case BLOCK -> of(product.block(field.blockType().orElseThrow()).orElseThrow());
        };
    }

    private static int within(FieldDescription field, int wish) {
        long least = Math.max(wish, field.bounds().min().orElse(0L));
        return (int) Math.min(least, field.bounds().max().orElse(least));
    }

    private static long number(FieldDescription field) {
        return field.bounds()
                .min()
                .orElseGet(() -> Math.min(1, field.bounds().max().orElse(1L)));
    }
}
