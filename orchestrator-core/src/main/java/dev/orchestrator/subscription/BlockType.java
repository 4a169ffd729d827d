package dev.orchestrator.subscription;

import java.util.List;
import java.util.Optional;

/**
 * A product block's class as the registry and the database see it.
 *
 * @param name of the block in the catalogue
 * @param fields values and nested blocks in the order of the class, those of its ancestors first
 */
public record BlockType(String name, Class<? extends ProductBlock> blockClass, List<ModelField> fields) {
    /** The type of a class, read once. */
    public static BlockType of(Class<? extends ProductBlock> blockClass) {
        return ModelClasses.block(blockClass).type();
    }

    public List<ModelField.ValueField> values() {
        return ModelClasses.only(ModelField.ValueField.class, fields);
    }

    public List<ModelField.BlockField> blocks() {
        return ModelClasses.only(ModelField.BlockField.class, fields);
    }

    public Optional<ModelField.BlockField> block(String field) {
        return blocks().stream().filter(block -> block.name().equals(field)).findFirst();
    }

    ProductBlock instantiate() {
        return ModelClasses.instantiate(blockClass);
    }
}
