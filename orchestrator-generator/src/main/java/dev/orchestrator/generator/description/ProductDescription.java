package dev.orchestrator.generator.description;

import dev.orchestrator.generator.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A product type with the products of it, one for each combination of the values of its fixed inputs.
 *
 * @param type the model's class
 */
public record ProductDescription(
        String name,
        String type,
        String tag,
        String description,
        List<FixedInputDescription> fixedInputs,
        List<BlockDescription> blocks) {

    /**
     * One of the products of this type.
     *
     * @param values of the fixed inputs, by their names
     */
    public record Variant(String name, Map<String, String> values) {
        private Variant with(String fixedInput, String value) {
            Map<String, String> more = new LinkedHashMap<>(values);
            more.put(fixedInput, value);
            return new Variant(name + " " + value, more);
        }
    }

    /** {@code User internal}, {@code User external}. */
    public List<Variant> variants() {
        List<Variant> variants = List.of(new Variant(name, Map.of()));
        for (FixedInputDescription input : fixedInputs) {
            variants = variants.stream()
                    .flatMap(variant -> input.values().stream().map(value -> variant.with(input.name(), value)))
                    .toList();
        }
        return variants;
    }

    /** Their names. */
    public List<String> products() {
        return variants().stream().map(Variant::name).toList();
    }

    /** The block that is no part of another one. */
    public BlockDescription root() {
        return roots().getFirst();
    }

    List<BlockDescription> roots() {
        return blocks.stream()
                .filter(block -> blocks.stream()
                        .flatMap(other -> other.fields().stream())
                        .noneMatch(field -> field.isOf(block)))
                .toList();
    }

    public Optional<BlockDescription> block(String blockType) {
        return blocks.stream().filter(block -> block.type().equals(blockType)).findFirst();
    }

    /** The name in packages and of workflows: {@code user_group}. */
    public String snakeType() {
        return Names.snake(type);
    }
}
