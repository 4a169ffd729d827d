package dev.orchestrator.api.rest.evolution.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.api.rest.evolution.MigrationEntry;
import dev.orchestrator.api.rest.evolution.MigrationRecord;
import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.state.Json;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** One statement a process. */
@Singleton
public class PostgresMigrationRecord implements MigrationRecord {
    /** By state_migrations_process_ix. Who touched the process since has changed its time, or taken its place in the queue. */
    private static final String OF_PROCESS = """
            SELECT m.migration, m.status, m.source_version, m.target_version, m.go_on_at,
                   m.old_state::text AS old_state, m.new_state::text AS new_state,
                   m.prepared_at, m.prepared_by, m.migrated_at, m.migrated_by, m.moved_back_at, m.moved_back_by,
                   m.status <> 'moved_back' AND p.last_modified_at = m.process_changed_at
                   AND q.epoch IS NOT DISTINCT FROM m.process_epoch AND NOT coalesce(q.leased_until > now(), false) AS valid
            FROM state_migrations m JOIN processes p USING (pid) LEFT JOIN process_queue q USING (pid)
            WHERE m.pid = $1 ORDER BY coalesce(m.migrated_at, m.prepared_at)
            """;

    private final Pool pool;

    PostgresMigrationRecord(Pool pool) {
        this.pool = pool;
    }

    @Override
    public List<MigrationEntry> of(UUID processId) {
        return StreamSupport.stream(
                        pool.preparedQuery(OF_PROCESS)
                                .execute(Tuple.of(processId))
                                .await()
                                .indefinitely()
                                .spliterator(),
                        false)
                .map(PostgresMigrationRecord::entry)
                .toList();
    }

    private static MigrationEntry entry(Row row) {
        return new MigrationEntry(
                row.getString("migration"),
                row.getString("status"),
                row.getBoolean("valid"),
                row.getInteger("source_version"),
                row.getInteger("target_version"),
                row.getString("go_on_at"),
                (ObjectNode) Json.parse(row.getString("old_state")),
                (ObjectNode) Json.parse(row.getString("new_state")),
                time(row, "prepared_at"),
                row.getString("prepared_by"),
                time(row, "migrated_at"),
                row.getString("migrated_by"),
                time(row, "moved_back_at"),
                row.getString("moved_back_by"));
    }

    private static UnixTime time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : UnixTime.of(time.toInstant());
    }
}
