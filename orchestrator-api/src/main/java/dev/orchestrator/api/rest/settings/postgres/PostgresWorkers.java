package dev.orchestrator.api.rest.settings.postgres;

import dev.orchestrator.api.rest.settings.WorkerStatus;
import dev.orchestrator.api.rest.settings.Workers;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;

/** The status is one statement. */
@Singleton
public class PostgresWorkers implements Workers {
    /** A worker is seen with each renewal of its leases; one not seen for half a minute has lost them all. */
    private static final String STATUS = """
            SELECT (SELECT count(*) FROM workers WHERE seen_at > now() - interval '30 seconds') AS online,
                   count(*) FILTER (WHERE leased_until > now()) AS running,
                   count(*) FILTER (WHERE due_at <= now() AND (leased_until IS NULL OR leased_until <= now())) AS queued
            FROM process_queue
            """;

    private final Pool pool;

    PostgresWorkers(Pool pool) {
        this.pool = pool;
    }

    @Override
    public WorkerStatus status() {
        Row row = pool.query(STATUS).execute().await().indefinitely().iterator().next();
        return new WorkerStatus(row.getInteger("online"), row.getInteger("queued"), row.getInteger("running"));
    }
}
