package dev.orchestrator.api.listing.postgres;

import dev.orchestrator.api.listing.Batch;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How rows become items.
 *
 * @param key the column by which other rows refer to these, which makes them a batch; null when none do
 */
public record RowMapping<T>(String key, BiFunction<Row, Batch, T> mapper) {
    public static <T> RowMapping<T> of(Function<Row, T> mapper) {
        return new RowMapping<>(null, (row, batch) -> mapper.apply(row));
    }

    Batch batchOf(List<Row> rows) {
        List<UUID> ids = key == null
                ? List.of()
                : rows.stream().map(row -> row.getUUID(key)).toList();
        return new Batch(ids);
    }

    List<T> map(List<Row> rows, Batch batch) {
        return rows.stream().map(row -> mapper.apply(row, batch)).toList();
    }
}
