package dev.orchestrator.api.listing.postgres;

/** How the values of a field are compared with those of a filter. */
enum FieldKind {
    /** Whole, whatever the case, with wildcards. */
    TEXT,
    /** As {@link #TEXT}, in a text search too. */
    EXACT_TEXT,
    /** A word that the column holds in lower case, from a fixed set, such as a status. */
    WORD,
    ID,
    BOOLEAN,
    INTEGER,
    TIME
}
