package dev.orchestrator.api.listing.postgres;

import dev.orchestrator.api.listing.FieldNames;
import dev.orchestrator.api.listing.SearchQuery;
import dev.orchestrator.api.listing.SearchQuery.AllOf;
import dev.orchestrator.api.listing.SearchQuery.AnyOf;
import dev.orchestrator.api.listing.SearchQuery.Anywhere;
import dev.orchestrator.api.listing.SearchQuery.InField;
import dev.orchestrator.api.listing.SearchQuery.Not;
import java.util.List;
import java.util.stream.Collectors;

/** A text search as a condition in SQL. */
record SearchCondition(TextSearch search, Parameters parameters) {
    String of(SearchQuery query) {
        return switch (query) {
            case AnyOf any -> joined(any.queries(), " OR ");
            case AllOf all -> all.queries().isEmpty() ? "true" : joined(all.queries(), " AND ");
            case Not not -> "NOT coalesce(" + of(not.query()) + ", false)";
            case Anywhere anywhere -> search.anywhere(anywhere.value(), parameters);
            case InField in ->
                in.values().stream()
                        .map(value -> search.inField(FieldNames.snakeCase(in.field()), value, parameters))
                        .collect(Collectors.joining(" OR ", "(", ")"));
        };
    }

    private String joined(List<SearchQuery> queries, String operator) {
        return queries.stream().map(this::of).collect(Collectors.joining(operator, "(", ")"));
    }
}
