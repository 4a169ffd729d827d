package dev.orchestrator.api.listing.postgres;

/**
 * One name by which a list can be filtered, searched or sorted, and what it means in SQL.
 *
 * @param name in snake_case
 * @param expression of the row that is listed, or of rows related to it when {@code enclosing} says which
 * @param enclosing where a condition on the expression stands, at {@code {condition}}
 */
record Field(String name, FieldKind kind, String expression, String enclosing) {
    static final String CONDITION = "{condition}";

    String enclose(String condition) {
        return enclosing.replace(CONDITION, condition);
    }

    /** Whether a search that names no field looks into this one. */
    boolean isSearchable() {
        return switch (kind) {
            case TEXT, EXACT_TEXT, WORD, ID -> true;
            case BOOLEAN, INTEGER, TIME -> false;
        };
    }

    /** What to sort by: text whatever its case. */
    String sortExpression() {
        return switch (kind) {
            case TEXT, EXACT_TEXT -> "lower(" + expression + ")";
            case WORD, ID, BOOLEAN, INTEGER, TIME -> expression;
        };
    }
}
