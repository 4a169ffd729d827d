package dev.orchestrator.api.schedule.postgres;

import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import dev.orchestrator.api.listing.postgres.ListFields;
import dev.orchestrator.api.listing.postgres.Listing;
import dev.orchestrator.api.listing.postgres.RowMapping;
import dev.orchestrator.api.schedule.ScheduledTask;
import dev.orchestrator.api.schedule.ScheduledTasks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;

/** Reads schedules with the reactive client. */
@Singleton
class PostgresScheduledTasks implements ScheduledTasks {
    private static final int LIMIT = 10_000;

    private static final Listing<ScheduledTask> LISTING = new Listing<>(
            "s.schedule_id, s.workflow_id, s.name, s.next_run_at, s.trigger",
            "(SELECT * FROM schedules WHERE ended_at IS NULL) AS s",
            ListFields.keyedBy("s.schedule_id")
                    .inOrderOf("s.next_run_at")
                    .sortableInBothSpellings()
                    .id("id", "s.schedule_id")
                    .id("workflow_id", "s.workflow_id")
                    .text("name", "s.name")
                    .time("next_run_time", "s.next_run_at")
                    .text("trigger", "s.trigger"),
            LIMIT,
            RowMapping.of(PostgresScheduledTasks::task));

    private final Pool pool;

    PostgresScheduledTasks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<ScheduledTask>> scheduledTasks(ListRequest request) {
        return LISTING.page(pool, request);
    }

    private static ScheduledTask task(Row row) {
        return new ScheduledTask(
                row.getUUID("schedule_id").toString(),
                row.getUUID("workflow_id").toString(),
                row.getString("name"),
                row.getOffsetDateTime("next_run_at"),
                row.getString("trigger"));
    }
}
