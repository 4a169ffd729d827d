package dev.orchestrator.subscription;

import dev.orchestrator.product.ValueType;
import java.lang.reflect.Field;
import java.util.List;

/** A field of a model or block class: its name on the wire, and what it may hold. */
public sealed interface ModelField {
    Field field();

    /** The field's name in snake_case: in JSON, as a resource type, fixed input or relation in the database. */
    String name();

    /** Null when the field has no value. */
    default Object get(Object owner) {
        try {
            return field().get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Fields are made accessible when their class is read", e);
        }
    }

    default void set(Object owner, Object value) {
        try {
            field().set(owner, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Fields are made accessible when their class is read", e);
        }
    }

    /** A value that the product fixes for all its subscriptions. */
    record FixedInputField(String name, Field field, ValueType type) implements ModelField {}

    /** A resource type: one value, or a list of them. */
    record ValueField(String name, Field field, ValueType type, Presence presence) implements ModelField {
        /** The values in order, without empty places; empty when there is none. */
        public List<?> values(ProductBlock block) {
            return presence.elements(get(block), Object.class);
        }
    }

    /** A nested block or a list of them, its own or another subscription's. */
    record BlockField(String name, Field field, Class<? extends ProductBlock> blockClass, Presence presence)
            implements ModelField {
        public BlockType blockType() {
            return BlockType.of(blockClass);
        }

        /** The blocks in order; empty when there is none. */
        public List<ProductBlock> blocks(Object owner) {
            return presence.elements(get(owner), ProductBlock.class);
        }
    }
}
