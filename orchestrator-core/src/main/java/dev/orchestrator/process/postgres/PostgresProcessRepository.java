package dev.orchestrator.process.postgres;

import dev.orchestrator.process.ActionNotAllowed;
import dev.orchestrator.process.Arrival;
import dev.orchestrator.process.EngineStatus;
import dev.orchestrator.process.Intervention;
import dev.orchestrator.process.Process;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessRepository;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.state.State;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The process tables; each method is one statement, and so one transaction and one round trip. */
@Singleton
public class PostgresProcessRepository implements ProcessRepository {
    /** Queue before process, as everybody locks them. */
    private static final String LOCK_QUEUE = "SELECT FROM process_queue WHERE pid = $1 FOR UPDATE";

    /**
     * Under the lock of the process: whoever finds the step's newest row unchanged comes first, of two reports, or of a report
     * and the timeout. A process that runs, in another branch, is not touched; its worker looks before it lets go.
     */
    private static final String RECEIVE = """
            WITH waiting AS (
                SELECT p.pid FROM processes p
                WHERE p.pid = $1 AND p.last_status NOT IN ('completed', 'aborted')
                  AND $9::uuid IS NOT DISTINCT FROM (
                      SELECT s.stepid FROM process_steps s
                      WHERE s.pid = p.pid AND s.step_key = $3 AND s.superseded_by IS NULL
                      ORDER BY s.sequence DESC LIMIT 1)
                  AND NOT EXISTS (
                      SELECT FROM process_steps m JOIN process_steps e ON e.stepid = $10
                      WHERE m.pid = p.pid AND m.passed_steps IS NOT NULL AND m.sequence > e.sequence)),
            arrived AS (
                INSERT INTO process_steps (stepid, pid, step_key, name, status, state, created_by, started_at, completed_at)
                SELECT $2, pid, $3, $4, $5, $6::text::jsonb, 'SYSTEM', $8, $7 FROM waiting),
            resumed AS (
                UPDATE processes p
                SET last_status = 'resumed', last_modified_at = $7, failed_reason = NULL, traceback = NULL, assignee = 'SYSTEM'
                FROM waiting
                WHERE p.pid = waiting.pid AND p.last_status IN ('suspended', 'waiting', 'awaiting_callback')
                RETURNING p.pid, p.workflow_id, p.workflow_version, p.priority, p.concurrency_key),
            """ + QueuePlaces.OF_RESUMED + """
            SELECT pid FROM waiting
            """;

    private static final String PROGRESS = """
            UPDATE process_steps s SET state = s.state || $3::text::jsonb
            FROM processes p
            WHERE p.pid = $1 AND p.last_status NOT IN ('completed', 'aborted') AND s.pid = p.pid AND s.stepid = $2
              AND s.superseded_by IS NULL
              AND NOT EXISTS (
                  SELECT FROM process_steps later
                  WHERE later.pid = p.pid AND later.step_key = s.step_key AND later.sequence > s.sequence)
            RETURNING s.stepid
            """;

    private static final String RESUME_ALL = """
            WITH resumed AS (
                UPDATE processes
                SET last_status = 'resumed', last_modified_at = now(), failed_reason = NULL, traceback = NULL, assignee = 'SYSTEM'
                WHERE last_status = ANY ($1::text[]) AND is_task = $2
                RETURNING pid, workflow_id, workflow_version, priority, concurrency_key),
            noted AS (
                INSERT INTO process_actions (pid, action, actor, acted_at) SELECT pid, 'retry', $3, now() FROM resumed),
            """ + QueuePlaces.OF_RESUMED + """
            SELECT pid FROM resumed
            """;

    /** The foreign keys take the record along; the action stays, so that the deletion is on record. */
    private static final String DELETE = """
            WITH deleted AS (DELETE FROM processes WHERE pid = $1 RETURNING pid)
            INSERT INTO process_actions (pid, action, actor, acted_at) SELECT pid, 'delete', $2, now() FROM deleted
            """;

    private static final String LINK = """
            WITH locked AS (
                UPDATE processes SET changes_subscription = $2 WHERE pid = $1 AND $3 = 'CREATE')
            INSERT INTO processes_subscriptions (pid, subscription_id, workflow_target) VALUES ($1, $2, $3)
            ON CONFLICT (pid, subscription_id) DO NOTHING
            """;

    private static final String NOTE = "UPDATE processes SET note = $2 WHERE pid = $1 RETURNING pid";

    private static final String UNFINISHED = """
            SELECT count(*) AS unfinished FROM processes p JOIN workflows w USING (workflow_id)
            WHERE w.name = $1 AND p.last_status NOT IN ('completed', 'aborted')
            """;

    private static final String COUNTS =
            "SELECT last_status, count(*) AS number FROM processes WHERE is_task = $1 GROUP BY last_status";

    private static final String ENGINE_STATUS = """
            SELECT global_lock, (SELECT count(*) FROM process_queue WHERE leased_until > now()) AS running FROM engine_settings
            """;

    private static final String SET_LOCK = """
            UPDATE engine_settings SET global_lock = $1
            RETURNING global_lock, (SELECT count(*) FROM process_queue WHERE leased_until > now()) AS running
            """;

    private final Pool pool;
    private final PostgresInterventions interventions;
    private final Transactions transactions;

    public PostgresProcessRepository(Pool pool) {
        this.pool = pool;
        this.interventions = new PostgresInterventions(pool);
        this.transactions = new Transactions(pool);
    }

    @Override
    public Optional<ProcessRecord> find(UUID processId) {
        return ProcessRows.find(pool, processId).or(() -> ProcessRows.findArchived(pool, processId));
    }

    @Override
    public void intervene(Intervention intervention) {
        if (!interventions.write(intervention)) {
            UUID processId = intervention.seen().processId();
            throw new ActionNotAllowed(
                    "Process " + processId
                            + " has moved on since it was read, or a worker has just taken it; look at it before you act again",
                    get(processId).process().status());
        }
    }

    @Override
    public boolean receive(UUID processId, Arrival arrival) {
        ProcessStep arrived = arrival.row();
        Tuple parameters = Tuple.tuple()
                .addUUID(processId)
                .addUUID(arrived.stepId())
                .addString(arrived.key())
                .addString(arrived.name())
                .addString(arrived.status().wireName())
                .addString(arrived.changes().toText())
                .addOffsetDateTime(utc(arrived.completedAt()))
                .addOffsetDateTime(utc(arrived.startedAt()))
                .addUUID(arrival.expected().map(ProcessStep::stepId).orElse(null))
                .addUUID(arrival.endpoint().stepId());
        return transactions.run(connection -> {
            ProcessLocks.take(connection, List.of(processId));
            connection
                    .preparedQuery(LOCK_QUEUE)
                    .execute(Tuple.of(processId))
                    .await()
                    .indefinitely();
            return connection
                            .preparedQuery(RECEIVE)
                            .execute(parameters)
                            .await()
                            .indefinitely()
                            .size()
                    > 0;
        });
    }

    @Override
    public boolean progress(UUID processId, UUID stepId, State progress) {
        return execute(PROGRESS, Tuple.of(processId, stepId, progress.toText())).size() > 0;
    }

    @Override
    public void delete(UUID processId, String actor) {
        execute(DELETE, Tuple.of(processId, actor));
    }

    @Override
    public void link(SqlClient transaction, Process process, UUID subscriptionId) {
        transaction
                .preparedQuery(LINK)
                .execute(Tuple.of(
                        process.processId(), subscriptionId, process.target().name()))
                .await()
                .indefinitely();
    }

    @Override
    public boolean note(UUID processId, String note) {
        return execute(NOTE, Tuple.of(processId, note)).size() > 0;
    }

    @Override
    public List<UUID> resumeAll(Set<ProcessStatus> from, boolean isTask, String actor) {
        String[] statuses = from.stream().map(ProcessStatus::wireName).toArray(String[]::new);
        List<UUID> resumed = new ArrayList<>();
        for (Row row : execute(RESUME_ALL, Tuple.of(statuses, isTask, actor))) {
            resumed.add(row.getUUID("pid"));
        }
        return resumed;
    }

    @Override
    public int unfinished(String workflowName) {
        return execute(UNFINISHED, Tuple.of(workflowName)).iterator().next().getInteger("unfinished");
    }

    @Override
    public Map<ProcessStatus, Integer> counts(boolean isTask) {
        Map<ProcessStatus, Integer> counts = new EnumMap<>(ProcessStatus.class);
        for (Row row : execute(COUNTS, Tuple.of(isTask))) {
            counts.put(ProcessStatus.ofWireName(row.getString("last_status")), row.getInteger("number"));
        }
        return counts;
    }

    @Override
    public EngineStatus engineStatus() {
        return engineStatus(execute(ENGINE_STATUS, Tuple.tuple()));
    }

    @Override
    public EngineStatus setLock(boolean locked) {
        return engineStatus(execute(SET_LOCK, Tuple.of(locked)));
    }

    private static EngineStatus engineStatus(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        return new EngineStatus(row.getBoolean("global_lock"), row.getInteger("running"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private RowSet<Row> execute(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).await().indefinitely();
    }
}
