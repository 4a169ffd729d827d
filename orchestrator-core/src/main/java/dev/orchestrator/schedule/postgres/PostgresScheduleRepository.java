package dev.orchestrator.schedule.postgres;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.postgres.Transactions;
import dev.orchestrator.schedule.Cadence;
import dev.orchestrator.schedule.NewSchedule;
import dev.orchestrator.schedule.Schedule;
import dev.orchestrator.schedule.ScheduleRepository;
import dev.orchestrator.state.Json;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The table {@code schedules}; whether a schedule is due is decided by the database's clock. */
@Singleton
public class PostgresScheduleRepository implements ScheduleRepository {
    private static final String SELECT = """
            SELECT s.schedule_id, s.workflow_id, w.name AS workflow_name, s.name, s.cadence::text, s.missed,
                   s.user_inputs::text, s.next_run_at, s.last_run_at, s.last_pid, s.last_problem, now() AS now
            FROM schedules s JOIN workflows w USING (workflow_id)
            WHERE s.ended_at IS NULL
            """;

    private static final String ALL = SELECT + " ORDER BY s.next_run_at, s.name";

    private static final String FIND = SELECT + " AND s.schedule_id = $1";

    /** Reads schedules_next_run_ix. Locks nothing: the right to fire is decided by ADVANCE. */
    private static final String DUE = SELECT + """
             AND s.next_run_at <= now() AND w.name = ANY ($1::text[]) AND w.deleted_at IS NULL
             AND NOT (SELECT global_lock FROM engine_settings)
            ORDER BY s.next_run_at
            """;

    private static final String INSERT = """
            INSERT INTO schedules (workflow_id, name, cadence, trigger, missed, user_inputs, next_run_at, created_by)
            SELECT workflow_id, coalesce($3, description, name), $4::text::jsonb, $5, $6, $7::text::jsonb, $8, $9
            FROM workflows WHERE workflow_id = $1 AND name = $2 AND deleted_at IS NULL
            RETURNING schedule_id
            """;

    /** One that was declared before stays as its owner left it, ended ones too. */
    private static final String DECLARE = """
            INSERT INTO schedules (workflow_id, name, cadence, trigger, user_inputs, next_run_at, created_by, declared_as)
            SELECT workflow_id, coalesce(description, name), $2::text::jsonb, $3, '[{}]', $4, 'SYSTEM', name
            FROM workflows WHERE name = $1 AND deleted_at IS NULL
            ON CONFLICT (declared_as) DO NOTHING
            """;

    private static final String CHANGE = """
            UPDATE schedules SET name = $2, cadence = $3::text::jsonb, trigger = $4, missed = $5, next_run_at = $6
            WHERE schedule_id = $1 AND ended_at IS NULL
            RETURNING schedule_id
            """;

    private static final String END = """
            UPDATE schedules SET ended_at = now(), next_run_at = NULL
            WHERE workflow_id = $1 AND ended_at IS NULL AND ($2::uuid IS NULL OR schedule_id = $2)
            RETURNING schedule_id
            """;

    /**
     * Compares the due time that the caller fires for and sets the next one: of all that try, the first wins, and the others,
     * held up by its row lock until its process is written, find another due time or none.
     */
    private static final String ADVANCE = """
            UPDATE schedules
            SET next_run_at = $3, last_run_at = $4, last_pid = $5, last_problem = $6,
                ended_at = CASE WHEN $3::timestamptz IS NULL THEN now() END
            WHERE schedule_id = $1 AND next_run_at = $2 AND ended_at IS NULL
            RETURNING schedule_id
            """;

    private final Pool pool;
    private final Transactions transactions;

    public PostgresScheduleRepository(Pool pool) {
        this.pool = pool;
        this.transactions = new Transactions(pool);
    }

    @Override
    public List<Schedule> all() {
        return rows(execute(ALL, Tuple.tuple())).map(ScheduleRows::schedule).toList();
    }

    @Override
    public Optional<Schedule> find(UUID scheduleId) {
        return rows(execute(FIND, Tuple.of(scheduleId)))
                .map(ScheduleRows::schedule)
                .findFirst();
    }

    @Override
    public UUID insert(NewSchedule schedule, Instant firstRun, String createdBy) {
        Tuple parameters = Tuple.tuple()
                .addUUID(schedule.workflowId())
                .addString(schedule.workflowName())
                .addString(schedule.name())
                .addString(ScheduleRows.json(schedule.cadence()))
                .addString(schedule.cadence().trigger())
                .addString(schedule.missed().wireName())
                .addString(Json.write(Json.toTree(schedule.userInputs())))
                .addOffsetDateTime(utc(firstRun))
                .addString(createdBy);
        return rows(execute(INSERT, parameters))
                .map(row -> row.getUUID("schedule_id"))
                .findFirst()
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.UNKNOWN_WORKFLOW,
                        "There is no workflow '" + schedule.workflowName() + "' with the id " + schedule.workflowId()));
    }

    @Override
    public void declare(String workflowName, Cadence cadence, Instant firstRun) {
        execute(DECLARE, Tuple.of(workflowName, ScheduleRows.json(cadence), cadence.trigger(), utc(firstRun)));
    }

    @Override
    public boolean change(Schedule changed) {
        Tuple parameters = Tuple.tuple()
                .addUUID(changed.scheduleId())
                .addString(changed.name())
                .addString(ScheduleRows.json(changed.cadence()))
                .addString(changed.cadence().trigger())
                .addString(changed.missed().wireName())
                .addOffsetDateTime(utc(changed.nextRunAt()));
        return execute(CHANGE, parameters).size() > 0;
    }

    @Override
    public int end(UUID workflowId, Optional<UUID> scheduleId) {
        return execute(END, Tuple.of(workflowId, scheduleId.orElse(null))).size();
    }

    @Override
    public List<Due> due(Collection<String> workflows) {
        return rows(execute(DUE, Tuple.tuple().addArrayOfString(workflows.toArray(String[]::new))))
                .map(row -> new Due(ScheduleRows.schedule(row), ScheduleRows.instant(row, "now")))
                .toList();
    }

    @Override
    public boolean advance(
            Schedule schedule, Optional<Instant> next, Schedule.LastRun outcome, Consumer<SqlClient> together) {
        Tuple parameters = Tuple.tuple()
                .addUUID(schedule.scheduleId())
                .addOffsetDateTime(utc(schedule.nextRunAt()))
                .addOffsetDateTime(next.map(PostgresScheduleRepository::utc).orElse(null))
                .addOffsetDateTime(utc(outcome.at()))
                .addUUID(outcome.processId())
                .addString(outcome.problem());
        return transactions.run(transaction -> {
            boolean first = transaction
                            .preparedQuery(ADVANCE)
                            .execute(parameters)
                            .await()
                            .indefinitely()
                            .size()
                    > 0;
            if (first) {
                together.accept(transaction);
            }
            return first;
        });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Stream<Row> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private RowSet<Row> execute(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).await().indefinitely();
    }
}
