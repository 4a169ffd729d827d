package dev.orchestrator.process.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.process.operator.HistoryEntry;
import dev.orchestrator.process.operator.ProcessHistory;
import dev.orchestrator.state.Json;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The history of processes out of the tables that keep its parts. */
@Singleton
public class PostgresProcessHistory implements ProcessHistory {
    /**
     * Counts on process_steps_process_ix, process_actions_process_ix and input_states_process_ix. Whoever sent an answer is whom
     * the action names that was written with it, at the same time of its transaction. The rows of archived processes are read as if
     * they were still in their tables; their actions are.
     */
    private static final String HISTORY = """
            WITH archived AS (
                SELECT record FROM archived_processes WHERE pid = ANY ($1)),
            steps AS (
                SELECT * FROM process_steps WHERE pid = ANY ($1)
                UNION ALL
                SELECT r.* FROM archived, jsonb_populate_recordset(NULL::process_steps, record -> 'steps') r),
            inputs AS (
                SELECT * FROM input_states WHERE pid = ANY ($1)
                UNION ALL
                SELECT r.* FROM archived, jsonb_populate_recordset(
                    NULL::input_states, coalesce(nullif(record -> 'inputs', 'null'), '[]')) r),
            starters AS (
                SELECT pid, created_by FROM processes WHERE pid = ANY ($1)
                UNION ALL
                SELECT r.pid, r.created_by FROM archived, jsonb_populate_record(NULL::processes, record -> 'process') r)
            SELECT s.pid, 'step' AS kind, s.completed_at AS at, s.started_at, s.name, s.status, s.created_by AS by, s.step_key,
                   s.attempt, s.attempts::text AS attempts, s.worker, NULL AS reason, s.superseded_by IS NOT NULL AS is_superseded,
                   s.state::text AS detail, s.sequence
            FROM steps s
            UNION ALL
            SELECT a.pid, 'action', a.acted_at, NULL, a.action, NULL, a.actor, NULL,
                   NULL, NULL, NULL, a.reason, false, a.detail::text, NULL
            FROM process_actions a WHERE a.pid = ANY ($1)
            UNION ALL
            SELECT i.pid, 'input', i.input_time, NULL, i.input_type, NULL, coalesce(a.actor, p.created_by), NULL,
                   NULL, NULL, NULL, NULL, false, i.input_state::text, NULL
            FROM inputs i JOIN starters p ON p.pid = i.pid
            LEFT JOIN process_actions a ON a.pid = i.pid AND a.acted_at = i.input_time
            ORDER BY at, sequence NULLS LAST, kind
            """;

    private final Pool pool;

    public PostgresProcessHistory(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Map<UUID, List<HistoryEntry>> of(Collection<UUID> processes) {
        Map<UUID, List<HistoryEntry>> history = new LinkedHashMap<>();
        for (Row row : pool.preparedQuery(HISTORY)
                .execute(Tuple.of(processes.toArray(UUID[]::new)))
                .await()
                .indefinitely()) {
            history.computeIfAbsent(row.getUUID("pid"), first -> new ArrayList<>())
                    .add(entry(row));
        }
        return history;
    }

    private static HistoryEntry entry(Row row) {
        return new HistoryEntry(
                HistoryEntry.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                instant(row, "at"),
                instant(row, "started_at"),
                row.getString("name"),
                row.getString("status"),
                row.getString("by"),
                row.getString("step_key"),
                row.getInteger("attempt"),
                attempts(row.getString("attempts")),
                row.getString("worker"),
                row.getString("reason"),
                row.getBoolean("is_superseded"),
                document(row.getString("detail")));
    }

    private static List<Instant> attempts(String times) {
        List<Instant> attempts = new ArrayList<>();
        if (times != null) {
            Json.parse(times)
                    .forEach(time ->
                            attempts.add(OffsetDateTime.parse(time.asText()).toInstant()));
        }
        return attempts;
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static JsonNode document(String text) {
        return text == null ? null : Json.parse(text);
    }
}
