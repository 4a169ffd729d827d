package dev.orchestrator.migrations.revision;

/** What people call the kinds of changes: in the questions, and in the scripts. */
public enum Section {
    RENAME_PRODUCTS("Rename products"),
    RENAME_PRODUCT_BLOCKS("Rename product blocks"),
    RENAME_FIXED_INPUTS("Rename fixed inputs"),
    RENAME_RESOURCE_TYPES("Rename resource types"),
    REPLACE_RESOURCE_TYPES("Replace resource types of product blocks"),
    CHANGE_PRODUCT_TYPES("Change product types"),
    CREATE_PRODUCTS("Create new products"),
    CREATE_FIXED_INPUTS("Create fixed inputs"),
    CHANGE_FIXED_INPUTS("Change fixed inputs"),
    CREATE_PRODUCT_BLOCKS("Create product blocks"),
    CREATE_RESOURCE_TYPES("Create resource types"),
    ADD_BLOCKS("Add product blocks to products and blocks"),
    ADD_RESOURCE_TYPES("Add resource types to product blocks"),
    REMOVE("Remove what the models no longer have"),
    CREATE_WORKFLOWS("Create workflows"),
    CHANGE_WORKFLOWS("Change workflows"),
    LINK_WORKFLOWS("Change the products of workflows"),
    REMOVE_WORKFLOWS("Remove workflows");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
