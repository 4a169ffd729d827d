package dev.orchestrator.migrations;

import java.util.Locale;

/** A line of database versions: the folder on the class path with its scripts, and the table that remembers which of them ran. */
public enum Head {
    /** The tables of the orchestrator; its scripts come with the core library. */
    SCHEMA("orchestrator/schema", "schema_versions"),
    /** The operator's products and workflows; each data script may count on the whole schema. */
    DATA("orchestrator/data", "data_versions");

    private final String folder;
    private final String historyTable;

    Head(String folder, String historyTable) {
        this.folder = folder;
        this.historyTable = historyTable;
    }

    String folder() {
        return folder;
    }

    String historyTable() {
        return historyTable;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
