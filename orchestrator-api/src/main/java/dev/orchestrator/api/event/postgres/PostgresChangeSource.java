package dev.orchestrator.api.event.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.api.event.ChangeSource;
import dev.orchestrator.api.event.Snapshot;
import dev.orchestrator.api.event.Snapshot.Mark;
import dev.orchestrator.state.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** One statement a look, a few hundred index look-ups whatever the size of the tables but the queue's, which is kept small. */
@Singleton
public class PostgresChangeSource implements ChangeSource {
    /**
     * Recent processes come backwards from processes_last_modified_at_ix: no mark to keep, so neither clocks that differ nor
     * transactions that commit out of order hide a change. The last step of a running process is the end of
     * process_steps_process_ix.
     */
    private static final String READ = """
            WITH recent AS MATERIALIZED (
                SELECT pid, last_status, last_modified_at FROM processes ORDER BY last_modified_at DESC LIMIT 200),
            running AS MATERIALIZED (
                SELECT pid FROM process_queue WHERE leased_until > now() LIMIT 200)
            SELECT
                (SELECT global_lock FROM engine_settings) AS locked,
                (SELECT count(*) FROM workers WHERE seen_at > now() - interval '30 seconds') AS workers,
                (SELECT coalesce(json_agg(json_build_array(pid, last_status, last_modified_at)), '[]') FROM recent)::text
                    AS recent,
                (SELECT coalesce(json_agg(json_build_array(pid, (
                            SELECT max(sequence) FROM process_steps s WHERE s.pid = running.pid))), '[]')
                 FROM running)::text AS running,
                (SELECT coalesce(json_agg(json_build_array(subscription_id, version)), '[]') FROM subscriptions
                 WHERE subscription_id IN (
                     SELECT ps.subscription_id FROM processes_subscriptions ps
                     WHERE ps.pid IN (SELECT pid FROM recent UNION SELECT pid FROM running)))::text AS subscriptions
            """;

    private final Pool pool;

    PostgresChangeSource(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Snapshot> read() {
        return pool.query(READ).execute().map(rows -> snapshot(rows.iterator().next()));
    }

    private static Snapshot snapshot(Row row) {
        Map<UUID, Long> running =
                byId(row.getString("running"), entry -> entry.path(1).asLong());
        return new Snapshot(
                row.getBoolean("locked"),
                !running.isEmpty(),
                row.getInteger("workers"),
                byId(
                        row.getString("recent"),
                        entry -> new Mark(entry.get(1).asText(), entry.get(2).asText())),
                running,
                byId(row.getString("subscriptions"), entry -> entry.get(1).asInt()));
    }

    private static <T> Map<UUID, T> byId(String json, Function<JsonNode, T> value) {
        Map<UUID, T> byId = new LinkedHashMap<>();
        for (JsonNode entry : Json.parse(json)) {
            byId.put(UUID.fromString(entry.get(0).asText()), value.apply(entry));
        }
        return byId;
    }
}
