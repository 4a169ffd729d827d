package dev.orchestrator.migrations.revision;

import dev.orchestrator.product.Catalogue;
import dev.orchestrator.subscription.RegistryDifference.Part;

/** A kind of thing that may be renamed: what is asked, what is written, and what becomes of the catalogue. */
enum RenameKind {
    PRODUCT("products", Section.RENAME_PRODUCTS, Part.PRODUCT, "product", "rename_product") {
        @Override
        Catalogue apply(Catalogue catalogue, Rename rename) {
            return CatalogueRenames.product(catalogue, rename.old(), rename.name());
        }
    },
    PRODUCT_BLOCK(
            "product_blocks",
            Section.RENAME_PRODUCT_BLOCKS,
            Part.PRODUCT_BLOCK,
            "product block",
            "rename_product_block") {
        @Override
        Catalogue apply(Catalogue catalogue, Rename rename) {
            return CatalogueRenames.block(catalogue, rename.old(), rename.name());
        }
    },
    FIXED_INPUT("fixed_inputs", Section.RENAME_FIXED_INPUTS, Part.FIXED_INPUT, "fixed input", "rename_fixed_input") {
        @Override
        Catalogue apply(Catalogue catalogue, Rename rename) {
            return CatalogueRenames.fixedInput(catalogue, rename.owner(), rename.old(), rename.name());
        }
    },
    RESOURCE_TYPE(
            "resource_types",
            Section.RENAME_RESOURCE_TYPES,
            Part.RESOURCE_TYPE,
            "resource type",
            "rename_resource_type") {
        @Override
        Catalogue apply(Catalogue catalogue, Rename rename) {
            return CatalogueRenames.resourceType(catalogue, rename.old(), rename.name());
        }
    },
    /** Both types go on to exist, but the block's values move from one to the other. */
    RESOURCE_TYPE_OF_BLOCK(
            "block_resource_types",
            Section.REPLACE_RESOURCE_TYPES,
            Part.RESOURCE_TYPE_OF_BLOCK,
            "resource type",
            "replace_resource_type_of_block") {
        @Override
        Catalogue apply(Catalogue catalogue, Rename rename) {
            return CatalogueRenames.resourceTypeOfBlock(catalogue, rename.owner(), rename.old(), rename.name());
        }

        @Override
        Change change(Rename rename) {
            return new Change(
                    section(),
                    FunctionCall.of(function(), rename.old(), rename.name(), rename.owner()),
                    FunctionCall.of(function(), rename.name(), rename.old(), rename.owner()));
        }
    };

    private final String key;
    private final Section section;
    private final Part part;
    private final String words;
    private final String function;

    RenameKind(String key, Section section, Part part, String words, String function) {
        this.key = key;
        this.section = section;
        this.part = part;
        this.words = words;
        this.function = function;
    }

    /** One rename; the owner is the product of a fixed input or the block of a resource type, else empty. */
    record Rename(String owner, String old, String name) {}

    abstract Catalogue apply(Catalogue catalogue, Rename rename);

    Change change(Rename rename) {
        return new Change(
                section,
                call(rename.owner(), rename.old(), rename.name()),
                call(rename.owner(), rename.name(), rename.old()));
    }

    private String call(String owner, String old, String name) {
        return FunctionCall.of(function, owner.isEmpty() ? null : owner, old, name);
    }

    Question question(Rename rename) {
        String owner = rename.owner().isEmpty()
                ? ""
                : " for " + (this == FIXED_INPUT ? "product " : "product block ") + rename.owner();
        return new Question(
                section,
                "",
                "Do you wish to rename " + words + " " + rename.old() + " to " + rename.name() + owner + "? [y/N]:",
                rename.owner().isEmpty() ? rename.old() : rename.owner(),
                "rename " + rename.old() + " to " + rename.name(),
                Question.yesOrNo());
    }

    /** Where a file of renames has those of this kind; below it the owner if there is one, then old and new name. */
    String key() {
        return key;
    }

    boolean hasOwner() {
        return this == FIXED_INPUT || this == RESOURCE_TYPE_OF_BLOCK;
    }

    Part part() {
        return part;
    }

    Section section() {
        return section;
    }

    String function() {
        return function;
    }
}
