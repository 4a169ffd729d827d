package dev.orchestrator.api.graphql;

import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.SearchQuery;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Turns the arguments of a list field, each of which may be null, into a request. */
public final class ListArguments {
    public static final String FIRST = "10";
    public static final String AFTER = "0";

    private ListArguments() {}

    public static ListRequest request(
            List<GraphqlFilter> filterBy, List<GraphqlSort> sortBy, Integer first, Integer after, String query) {
        return new ListRequest(
                present(filterBy).map(GraphqlFilter::toFilter).toList(),
                present(sortBy).map(GraphqlSort::toSort).toList(),
                Objects.requireNonNullElse(after, Integer.valueOf(AFTER)),
                Objects.requireNonNullElse(first, Integer.valueOf(FIRST)),
                SearchQuery.parse(query));
    }

    private static <T> Stream<T> present(List<T> list) {
        return list == null ? Stream.of() : list.stream().filter(Objects::nonNull);
    }
}
