package dev.orchestrator.api.listing;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The query parameters of a REST list: {@code range=from,to} (without {@code to}), {@code sort=field,asc,…}, {@code
 * filter=field,value,…} and a search text; each may be null or blank.
 */
public record ListParameters(String range, String sort, String filter, String query) {

    /**
     * What these parameters ask for.
     *
     * @param limit the number of items when no range is given
     * @throws OrchestratorException INVALID_RANGE or INVALID_FILTER, saying what was expected
     */
    public ListRequest toRequest(int limit) {
        List<String> bounds = parts(range);
        int from = bounds.isEmpty() ? 0 : bound(bounds, 0);
        int to = bounds.isEmpty() ? from + limit : bound(bounds, 1);
        if (to < from) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_RANGE, "A range ends after its start, such as 0,10: got " + range);
        }
        return new ListRequest(filters(), sorts(), from, to - from, SearchQuery.parse(query));
    }

    private List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        for (List<String> pair : pairs(filter, "filter", "field,value")) {
            filters.add(new Filter(pair.get(0), pair.get(1)));
        }
        return filters;
    }

    private List<Sort> sorts() {
        List<Sort> sorts = new ArrayList<>();
        for (List<String> pair : pairs(sort, "sort", "field,asc or field,desc")) {
            sorts.add(new Sort(pair.get(0), order(pair.get(1))));
        }
        return sorts;
    }

    private static SortOrder order(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "asc" -> SortOrder.ASC;
            case "desc" -> SortOrder.DESC;
            default ->
                throw new OrchestratorException(ErrorCode.INVALID_FILTER, "A sort order is asc or desc: got " + word);
        };
    }

    private static List<List<String>> pairs(String text, String name, String expected) {
        List<String> parts = parts(text);
        if (parts.size() % 2 != 0) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_FILTER, "%s is a list of pairs %s: got %s".formatted(name, expected, text));
        }
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += 2) {
            pairs.add(parts.subList(i, i + 2));
        }
        return pairs;
    }

    private static List<String> parts(String text) {
        return Optional.ofNullable(text)
                .filter(given -> !given.isBlank())
                .map(given -> Arrays.asList(given.split(",", -1)))
                .orElseGet(List::of);
    }

    private static int bound(List<String> bounds, int index) {
        try {
            if (bounds.size() == 2) {
                return Integer.parseInt(bounds.get(index).strip());
            }
        } catch (NumberFormatException e) {
            throw invalidRange(bounds, e);
        }
        throw invalidRange(bounds, null);
    }

    private static OrchestratorException invalidRange(List<String> bounds, NumberFormatException cause) {
        return new OrchestratorException(
                ErrorCode.INVALID_RANGE,
                "A range is two whole numbers, such as 0,10: got " + String.join(",", bounds),
                cause);
    }
}
