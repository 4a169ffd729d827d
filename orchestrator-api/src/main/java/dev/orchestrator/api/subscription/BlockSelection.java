package dev.orchestrator.api.subscription;

import dev.orchestrator.api.listing.FieldNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which blocks of a subscription are wanted, and which of their values.
 *
 * @param tags of blocks; with one that has it comes all that is below; empty for all
 * @param fields in snake_case; empty for all
 */
record BlockSelection(Set<String> tags, Set<String> fields) {
    static BlockSelection of(List<String> tags, List<String> resourceTypes) {
        return new BlockSelection(
                tags == null ? Set.of() : Set.copyOf(tags),
                resourceTypes == null
                        ? Set.of()
                        : resourceTypes.stream().map(FieldNames::snakeCase).collect(Collectors.toUnmodifiableSet()));
    }

    boolean hasTagOf(StoredBlock block) {
        return tags.isEmpty() || (block.tag() != null && tags.contains(block.tag()));
    }

    boolean hasField(String name) {
        return fields.isEmpty() || fields.contains(name);
    }
}
