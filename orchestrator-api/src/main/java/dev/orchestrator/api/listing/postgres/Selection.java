package dev.orchestrator.api.listing.postgres;

import dev.orchestrator.api.listing.Filter;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Sort;
import dev.orchestrator.api.listing.SortOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which rows a request selects and in what order, as SQL.
 *
 * @param problems the filters and sorts that were left out
 */
record Selection(String where, String order, List<String> problems) {
    static final String NOTHING_TO_COMPARE = "Invalid filter arguments";

    static Selection of(ListRequest request, ListFields fields, TextSearch search, Parameters parameters) {
        List<String> problems = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        conditions.add("true");
        addFilters(request.filters(), fields, parameters, conditions, problems);
        request.search().map(new SearchCondition(search, parameters)::of).ifPresent(conditions::add);
        String order = order(request.sorts(), fields, problems);
        return new Selection(String.join(" AND ", conditions), order, problems);
    }

    private static void addFilters(
            List<Filter> filters,
            ListFields fields,
            Parameters parameters,
            List<String> conditions,
            List<String> problems) {
        List<String> unknown = new ArrayList<>();
        for (Filter filter : filters) {
            Optional<Field> field = fields.filter(filter.field());
            if (field.isEmpty()) {
                unknown.add(filter.field());
                continue;
            }
            Optional<String> condition = FilterCondition.of(filter, field.get(), parameters);
            conditions.add(condition.orElse("false"));
            if (condition.isEmpty()) {
                problems.add(NOTHING_TO_COMPARE);
            }
        }
        if (!unknown.isEmpty()) {
            problems.add("Invalid filter arguments (invalid_filters=%s valid_filter_keys=%s)"
                    .formatted(quoted(unknown), quoted(fields.camelCaseFilters())));
        }
    }

    private static String order(List<Sort> sorts, ListFields fields, List<String> problems) {
        List<String> unknown = new ArrayList<>();
        List<String> order = new ArrayList<>();
        for (Sort sort : sorts) {
            fields.sort(sort.field())
                    .ifPresentOrElse(field -> order.add(ordered(field, sort.order())), () -> unknown.add(sort.field()));
        }
        if (!unknown.isEmpty()) {
            problems.add("Invalid sort arguments (invalid_sorting=%s valid_sort_keys=%s)"
                    .formatted(quoted(unknown), quoted(fields.sortNames())));
        }
        if (order.isEmpty()) {
            return fields.defaultOrder();
        }
        order.add(fields.key());
        return String.join(", ", order);
    }

    private static String ordered(Field field, SortOrder order) {
        return field.sortExpression() + (order == SortOrder.DESC ? " DESC" : " ASC");
    }

    private static String quoted(Collection<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ", "[", "]"));
    }
}
