package dev.orchestrator.subscription;

import java.util.List;
import java.util.Optional;

/**
 * A product block's class as the registry and the database see it.
 *
 * @param name of the block in the catalogue
 * @param fields values and nested blocks in the order of the class, those of its ancestors first
 * @param values those of the fields that are resource types
 * @param blocks those of the fields that are nested blocks
 */
public record BlockType(
        String name,
        Class<? extends ProductBlock> blockClass,
        List<ModelField> fields,
        List<ModelField.ValueField> values,
        List<ModelField.BlockField> blocks) {

    BlockType(String name, Class<? extends ProductBlock> blockClass, List<ModelField> fields) {
        this(
                name,
                blockClass,
                fields,
                ModelClasses.only(ModelField.ValueField.class, fields),
                ModelClasses.only(ModelField.BlockField.class, fields));
    }

    /** The type of a class, read once. */
    public static BlockType of(Class<? extends ProductBlock> blockClass) {
        return ModelClasses.block(blockClass).type();
    }

    public Optional<ModelField.BlockField> block(String field) {
        return blocks().stream().filter(block -> block.name().equals(field)).findFirst();
    }

    ProductBlock instantiate() {
        return ModelClasses.instantiate(blockClass);
    }
}
