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
     * the action names that was written with it, at the same time of its transaction.
     */
    private static final String HISTORY = """
            SELECT s.pid, 'step' AS kind, s.completed_at AS at, s.started_at, s.name, s.status, s.created_by AS by, s.step_key,
                   s.attempt, s.attempts::text AS attempts, s.worker, NULL AS reason, s.superseded_by IS NOT NULL AS is_superseded,
                   s.state::text AS detail, s.sequence
            FROM process_steps s WHERE s.pid = ANY ($1)
            UNION ALL
            SELECT a.pid, 'action', a.acted_at, NULL, a.action, NULL, a.actor, NULL,
                   NULL, NULL, NULL, a.reason, false, a.detail::text, NULL
            FROM process_actions a WHERE a.pid = ANY ($1)
            UNION ALL
            SELECT i.pid, 'input', i.input_time, NULL, i.input_type, NULL, coalesce(a.actor, p.created_by), NULL,
                   NULL, NULL, NULL, NULL, false, i.input_state::text, NULL
            FROM input_states i JOIN processes p ON p.pid = i.pid
            LEFT JOIN process_actions a ON a.pid = i.pid AND a.acted_at = i.input_time
            WHERE i.pid = ANY ($1)
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
