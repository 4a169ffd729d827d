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

    boolean isText() {
        return kind == FieldKind.TEXT || kind == FieldKind.EXACT_TEXT;
    }

    /** What to sort by: text whatever its case. */
    String sortExpression() {
        return isText() ? "lower(" + expression + ")" : expression;
    }
}
