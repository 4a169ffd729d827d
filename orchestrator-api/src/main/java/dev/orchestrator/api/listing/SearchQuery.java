package dev.orchestrator.api.listing;

import java.util.List;
import java.util.Optional;

/**
 * A text search as people type it.
 *
 * <pre>
 * Query := And ('|' And)*
 * And   := Term*
 * Term  := ['-'] ( '(' Query ')' | Value | Value ':' ( Value | '(' Value ('|' Value)* ')' ) )
 * Value := '"' anything but '"' ['*'] '"' | word ['*']
 * </pre>
 */
public sealed interface SearchQuery {
    record AnyOf(List<SearchQuery> queries) implements SearchQuery {}

    record AllOf(List<SearchQuery> queries) implements SearchQuery {}

    record Not(SearchQuery query) implements SearchQuery {}

    /** Somewhere in the item. */
    record Anywhere(SearchValue value) implements SearchQuery {}

    /** One of the values, in the field of this name. */
    record InField(String field, List<SearchValue> values) implements SearchQuery {}

    /**
     * Reads a search text.
     *
     * @return empty when the text is null or blank
     * @throws dev.orchestrator.error.OrchestratorException INVALID_FILTER when it is not of the grammar
     */
    static Optional<SearchQuery> parse(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(new SearchQueryParser(text).parse());
    }
}
