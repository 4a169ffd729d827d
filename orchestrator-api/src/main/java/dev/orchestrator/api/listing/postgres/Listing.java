package dev.orchestrator.api.listing.postgres;

import dev.orchestrator.api.listing.Batch;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * One list as an adapter declares it: where its rows come from and what can be asked of them. A page is one statement,
 * and so are the pages below any number of parents.
 *
 * @param columns the select list, which must give each column a name
 * @param from the tables, joined
 * @param limit how many items a page has at most, whatever is asked for
 */
public record Listing<T>(
        String columns, String from, ListFields fields, TextSearch search, int limit, RowMapping<T> mapping) {

    /** How many rows one statement reads at most for all parents together; they share it evenly. */
    private static final int ROWS_BELOW_PARENTS = 10_000;

    /**
     * The total comes with the page, also with an empty one, which is why they are joined from the outside. The place keeps
     * the order through that join. Only keys are sorted to find the page: sorting whole rows, of which there may be thousands, or
     * a window over them, takes several times as long.
     */
    private static final String PAGE = """
            SELECT counted.total, page.*
            FROM (SELECT count(*) AS total FROM {from} WHERE {where}) AS counted
            LEFT JOIN (
                SELECT {after} + row_number() OVER () AS place, ordered.*
                FROM (
                    SELECT {columns} FROM {from}
                    WHERE {key} = ANY(ARRAY(
                        SELECT {key} FROM {from} WHERE {where} ORDER BY {order} LIMIT {first} OFFSET {after}))
                    ORDER BY {order}) AS ordered) AS page ON true
            ORDER BY page.place
            """;

    /** A search looks at every row, so it is done once for the total and the page. */
    private static final String SEARCHED_PAGE =
            "WITH matching AS MATERIALIZED (SELECT {key} AS key FROM {from} WHERE {where})\n"
                    + PAGE.replace("{where}", "{key} IN (SELECT key FROM matching)");

    /** The first row of each parent is read whatever the page, for the total that it carries. */
    private static final String PAGES_BELOW_PARENTS = """
            SELECT * FROM (
                SELECT {parent} AS parent, {columns},
                       count(*) OVER (PARTITION BY {parent}) AS total,
                       row_number() OVER (PARTITION BY {parent} ORDER BY {order}) AS place
                FROM {from} {link}
                WHERE {parent} = ANY({parents}) AND {where}) AS ranked
            WHERE place = 1 OR (place > {after} AND place - {after} <= {first})
            ORDER BY parent, place
            """;

    public Listing(String columns, String from, ListFields fields, int limit, RowMapping<T> mapping) {
        this(columns, from, fields, new FieldSearch(fields), limit, mapping);
    }

    public Uni<Page<T>> page(SqlClient client, ListRequest request) {
        Parameters parameters = new Parameters();
        Selection selection = Selection.of(request, fields, search, parameters);
        int first = Math.min(request.first(), limit);
        String sql = render(request.search().isPresent() ? SEARCHED_PAGE : PAGE, selection)
                .replace("{after}", parameters.bind(request.after()))
                // One more than asked for says whether there is a next page.
                .replace("{first}", parameters.bind(first + 1L));
        return client.preparedQuery(sql).execute(parameters.toTuple()).map(rows -> {
            Window window = window(rows, request.after(), first);
            return page(window, mapping.batchOf(window.rows()), selection);
        });
    }

    /** The pages below each of these parents; a parent without rows has an empty page. */
    public Uni<Map<UUID, Page<T>>> pagesBelow(
            SqlClient client, Collection<UUID> parents, Link link, ListRequest request) {
        if (parents.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Parameters parameters = new Parameters();
        String parentIds = parameters.bindIds(parents);
        Selection selection = Selection.of(request, fields, search, parameters);
        int first = Math.min(request.first(), Math.max(1, ROWS_BELOW_PARENTS / parents.size()));
        String sql = render(PAGES_BELOW_PARENTS, selection)
                .replace("{link}", link.join().apply(parentIds, parameters))
                .replace("{parent}", link.parent())
                .replace("{parents}", parentIds)
                .replace("{after}", parameters.bind(request.after()))
                .replace("{first}", parameters.bind(first + 1L));
        return client.preparedQuery(sql).execute(parameters.toTuple()).map(rows -> {
            Map<UUID, Window> windows = new LinkedHashMap<>();
            byParent(rows).forEach((parent, own) -> windows.put(parent, window(own, request.after(), first)));
            Batch batch = mapping.batchOf(windows.values().stream()
                    .flatMap(window -> window.rows().stream())
                    .toList());
            Map<UUID, Page<T>> pages = new HashMap<>();
            for (UUID parent : parents) {
                Window window = windows.getOrDefault(parent, new Window(List.of(), 0, request.after(), false));
                pages.put(parent, page(window, batch, selection));
            }
            return pages;
        });
    }

    /** The rows of one page, with the total and whether rows follow. */
    private record Window(List<Row> rows, int total, int after, boolean hasNext) {}

    private String render(String template, Selection selection) {
        return template.replace("{columns}", columns)
                .replace("{from}", from)
                .replace("{key}", fields.key())
                .replace("{where}", selection.where())
                .replace("{order}", selection.order());
    }

    private Page<T> page(Window window, Batch batch, Selection selection) {
        List<T> items = mapping.map(window.rows(), batch);
        return new Page<>(
                items, window.after(), window.total(), window.hasNext(), selection.problems(), fields.names());
    }

    private static Window window(Iterable<Row> rows, int after, int first) {
        List<Row> found = StreamSupport.stream(rows.spliterator(), false)
                // Leaves out the rows that only carry the total.
                .filter(row -> Objects.requireNonNullElse(row.getLong("place"), 0L) > after)
                .toList();
        boolean hasNext = found.size() > first;
        return new Window(hasNext ? found.subList(0, first) : found, total(rows), after, hasNext);
    }

    private static Map<UUID, List<Row>> byParent(RowSet<Row> rows) {
        Map<UUID, List<Row>> byParent = new LinkedHashMap<>();
        rows.forEach(row -> byParent.computeIfAbsent(row.getUUID("parent"), parent -> new ArrayList<>())
                .add(row));
        return byParent;
    }

    private static int total(Iterable<Row> rows) {
        var first = rows.iterator();
        return first.hasNext() ? Math.toIntExact(first.next().getLong("total")) : 0;
    }
}
