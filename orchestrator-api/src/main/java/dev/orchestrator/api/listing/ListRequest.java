package dev.orchestrator.api.listing;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.util.List;
import java.util.Optional;

/**
 * What part of a list is asked for.
 *
 * @param after how many items to leave out at the beginning
 * @param first how many items to return at most; a list may cap it
 */
public record ListRequest(List<Filter> filters, List<Sort> sorts, int after, int first, Optional<SearchQuery> search) {

    /** Refuses a negative {@code after} or {@code first} as INVALID_RANGE. */
    public ListRequest {
        filters = List.copyOf(filters);
        sorts = List.copyOf(sorts);
        if (after < 0 || first < 0) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_RANGE,
                    "A list starts after 0 or more items and has 0 or more: got after %d, first %d"
                            .formatted(after, first));
        }
    }

    public static ListRequest page(int after, int first) {
        return new ListRequest(List.of(), List.of(), after, first, Optional.empty());
    }

    public static ListRequest filteredBy(String field, String value, int first) {
        return new ListRequest(List.of(new Filter(field, value)), List.of(), 0, first, Optional.empty());
    }

    public ListRequest searching(SearchQuery query) {
        return new ListRequest(filters, sorts, after, first, Optional.of(query));
    }
}
