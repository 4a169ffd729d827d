package dev.orchestrator.api.listing.postgres;

import dev.orchestrator.api.listing.Batch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * All rows that hang below some parents, read in one statement.
 *
 * @param sql takes the parents' ids as {@code $1} and names the parent of each row in a column {@code parent}
 */
public record RowsBelow<T>(String sql, RowMapping<T> mapping) {

    /** The items below each parent in the order of the statement; parents without items are left out. */
    public Uni<Map<UUID, List<T>>> read(SqlClient client, Collection<UUID> parents) {
        return rows(client, parents).map(rows -> grouped(rows, row -> List.of(row.getUUID("parent"))));
    }

    /** The first item below each parent. */
    public Uni<Map<UUID, T>> readFirst(SqlClient client, Collection<UUID> parents) {
        return read(client, parents).map(RowsBelow::firsts);
    }

    /** The items below each parent, for a statement that names all parents of a row in a column {@code parents}. */
    public Uni<Map<UUID, List<T>>> readShared(SqlClient client, Collection<UUID> parents) {
        return rows(client, parents).map(rows -> grouped(rows, row -> List.of(row.getArrayOfUUIDs("parents"))));
    }

    private Uni<RowSet<Row>> rows(SqlClient client, Collection<UUID> parents) {
        return client.preparedQuery(sql).execute(Tuple.of(parents.toArray(UUID[]::new)));
    }

    private Map<UUID, List<T>> grouped(RowSet<Row> rows, Function<Row, List<UUID>> parentsOf) {
        List<Row> all = new ArrayList<>();
        rows.forEach(all::add);
        Batch batch = mapping.batchOf(all);
        Map<UUID, List<T>> byParent = new LinkedHashMap<>();
        for (Row row : all) {
            T item = mapping.mapper().apply(row, batch);
            parentsOf
                    .apply(row)
                    .forEach(parent -> byParent.computeIfAbsent(parent, first -> new ArrayList<>())
                            .add(item));
        }
        return byParent;
    }

    private static <T> Map<UUID, T> firsts(Map<UUID, List<T>> lists) {
        Map<UUID, T> firsts = new HashMap<>();
        lists.forEach((parent, items) -> firsts.put(parent, items.get(0)));
        return firsts;
    }
}
