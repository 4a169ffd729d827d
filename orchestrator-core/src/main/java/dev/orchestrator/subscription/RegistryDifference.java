package dev.orchestrator.subscription;

/**
 * One thing in which the registered classes and the catalogue in the database differ.
 *
 * @param owner the product or block that the part belongs to; empty for products, blocks and resource types themselves
 * @param name of the part
 * @param detail what is wrong with it, for INVALID and CHANGED; else empty
 */
public record RegistryDifference(Kind kind, Part part, String owner, String name, String detail) {
    /** What the matter is with a part, seen from the classes. */
    public enum Kind {
        /** The classes have it, the database does not: models can't be saved. */
        MISSING,
        /** The database has it, the classes do not: it is left alone. */
        SURPLUS,
        /** Both have it, but the value in the database does not fit the class. */
        INVALID,
        /** Both have it, each another; models can be saved nevertheless. */
        CHANGED
    }

    /** The parts that a product model consists of, by what people call them. */
    public enum Part {
        PRODUCT("product"),
        PRODUCT_TYPE("product type of product"),
        FIXED_INPUT("fixed input"),
        PRODUCT_BLOCK("product block"),
        RESOURCE_TYPE("resource type"),
        BLOCK_OF_PRODUCT("block of product"),
        RESOURCE_TYPE_OF_BLOCK("resource type of block"),
        RELATION_OF_BLOCK("relation of block");

        private final String words;

        Part(String words) {
            this.words = words;
        }
    }

    /** Whether the application can't work with the database as it is. */
    public boolean isFatal() {
        return kind == Kind.MISSING || kind == Kind.INVALID;
    }

    /** The part by what people call it, with its owner. */
    public String subject() {
        return owner.isEmpty() ? part.words + " " + name : part.words + " " + owner + ": " + name;
    }

    @Override
    public String toString() {
        String subject = subject();
        return switch (kind) {
            case MISSING -> subject + " is missing in the database";
            case SURPLUS -> subject + " is in the database only";
            case INVALID -> subject + " does not fit: " + detail;
            case CHANGED -> subject + " differs: " + detail;
        };
    }
}
