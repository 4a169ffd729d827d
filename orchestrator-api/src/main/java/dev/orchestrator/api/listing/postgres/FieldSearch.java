package dev.orchestrator.api.listing.postgres;

import dev.orchestrator.api.listing.SearchValue;
import java.util.stream.Collectors;

/** Searches the filterable fields of a list: texts and ids for part of their value, the others for the whole. */
record FieldSearch(ListFields fields) implements TextSearch {
    @Override
    public String anywhere(SearchValue value, Parameters parameters) {
        return fields.filters().stream()
                .filter(Field::isSearchable)
                .map(field -> in(field, value, parameters))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    @Override
    public String inField(String name, SearchValue value, Parameters parameters) {
        return fields.filter(name).map(field -> in(field, value, parameters)).orElse("false");
    }

    private static String in(Field field, SearchValue value, Parameters parameters) {
        return field.enclose(comparison(field, value, parameters));
    }

    private static String comparison(Field field, SearchValue value, Parameters parameters) {
        return switch (field.kind()) {
            case TEXT, WORD -> Comparison.contains(field.expression(), value.text(), parameters);
            case EXACT_TEXT ->
                value.prefix()
                        ? Comparison.startsWith(field.expression(), value.text(), parameters)
                        : Comparison.like(field.expression(), value.text(), parameters);
            case BOOLEAN -> Comparison.bool(field.expression(), value.text());
            case ID, INTEGER, TIME -> Comparison.contains(field.expression() + "::text", value.text(), parameters);
        };
    }
}
