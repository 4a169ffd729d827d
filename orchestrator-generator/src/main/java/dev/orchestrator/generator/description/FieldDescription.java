package dev.orchestrator.generator.description;

import dev.orchestrator.generator.Names;
import java.util.List;
import java.util.Optional;

/**
 * A resource type of a block, or a block inside it.
 *
 * @param line where it stands in the file
 * @param blockType the class of the nested block, for a field of kind BLOCK
 * @param bounds of the value: of a text its length
 * @param items how many there may be, if it is a list
 * @param values of an enum
 */
public record FieldDescription(
        int line,
        String name,
        String description,
        ValueKind kind,
        Optional<String> blockType,
        Presence presence,
        Bounds bounds,
        Optional<Bounds> items,
        List<String> values) {

    /** From when on it has to be there. */
    public enum Presence {
        INITIAL,
        PROVISIONING,
        ACTIVE,
        NEVER
    }

    /** The least and the most, where there is such. */
    public record Bounds(Optional<Long> min, Optional<Long> max) {
        static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

        public boolean isNone() {
            return equals(NONE);
        }

        boolean isContradiction() {
            return min.isPresent() && max.isPresent() && min.get() > max.get();
        }
    }

    /** {@code group_name} is the field {@code groupName}. */
    public String javaName() {
        return Names.camel(name);
    }

    public boolean isList() {
        return items.isPresent();
    }

    public boolean isOptional() {
        return presence == Presence.NEVER;
    }

    boolean isOf(BlockDescription block) {
        return blockType.equals(Optional.of(block.type()));
    }
}
