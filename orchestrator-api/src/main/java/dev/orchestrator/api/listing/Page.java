package dev.orchestrator.api.listing;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list, with what is around it.
 *
 * @param after how many items come before this page
 * @param total how many items the whole list has
 * @param hasNext whether items follow
 * @param problems filters and sorts that were left out, each in words for the person who asked
 * @param fields the names by which this list can be sorted and filtered
 */
public record Page<T>(List<T> items, int after, int total, boolean hasNext, List<String> problems, FieldLists fields) {
    public Page {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /** The names by which a list can be sorted (camelCase) and filtered (snake_case), each in alphabetical order. */
    public record FieldLists(List<String> sortable, List<String> filterable) {
        public static final FieldLists NONE = new FieldLists(List.of(), List.of());
    }

    public boolean hasPrevious() {
        return after > 0;
    }

    /** The place of the last item, one before the page's start when it is empty. */
    public int endCursor() {
        return after + items.size() - 1;
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), after, total, hasNext, problems, fields);
    }
}
