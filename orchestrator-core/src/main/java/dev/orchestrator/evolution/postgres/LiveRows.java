package dev.orchestrator.evolution.postgres;

import dev.orchestrator.evolution.LiveProcess;
import dev.orchestrator.process.postgres.ProcessRows;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;

/** Reads processes together with their places in the queue. */
final class LiveRows {
    /** What a process in flight has beside its record, which is named r; its place in the queue is q. */
    static final String PLACE = "q.epoch, q.due_at, coalesce(q.leased_until > now(), false) AS is_held";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private LiveRows() {}

    static LiveProcess live(Row row) {
        OffsetDateTime dueAt = row.getOffsetDateTime("due_at");
        return new LiveProcess(
                ProcessRows.record(row),
                row.getLong("epoch"),
                dueAt == null ? null : dueAt.toInstant(),
                row.getBoolean("is_held"));
    }

    /** The first page begins behind an id that no process has. */
    static UUID after(UUID last) {
        return last == null ? BEFORE_ALL : last;
    }

    /** Null stands for all. */
    static UUID[] named(Collection<UUID> only) {
        return only.isEmpty() ? null : only.toArray(UUID[]::new);
    }
}
