package dev.orchestrator.process.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.process.Intervention;
import dev.orchestrator.process.Intervention.Change;
import dev.orchestrator.process.ProcessAction;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.state.Json;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What operators do to processes: one statement, whatever the action. */
final class PostgresInterventions {
    /**
     * All of it hangs on the row of the process, which is changed only if its status and, where the action was worked out from
     * the record, the time of its last change are still those that were read. So of two operators who act at once one is refused.
     *
     * <p>A worker that takes the process at the same moment: the row of the queue is locked first, which the claim then skips, and
     * if the claim came first its lease is seen, for a lock reads the row anew. The new epoch makes a worker whose lease ran out
     * before it had begun lose the process. An abort, and a change of priority, need not wait: without its row in the queue a worker
     * has lost its claim, whatever it still does. Queue before process is the order in which checkpoints lock, too.
     */
    private static final String INTERVENE = """
            WITH queued AS (
                SELECT leased_until > now() AS is_held FROM process_queue WHERE pid = $1 FOR UPDATE),
            changed AS (
                UPDATE processes
                SET last_status = coalesce($5::text, last_status), last_step = coalesce($6::text, last_step), last_modified_at = now(),
                    assignee = CASE WHEN $5 IS NULL THEN assignee ELSE 'SYSTEM' END,
                    failed_reason = CASE WHEN $5 = 'resumed' THEN NULL ELSE failed_reason END,
                    traceback = CASE WHEN $5 = 'resumed' THEN NULL ELSE traceback END,
                    priority = coalesce($7::int, priority)
                WHERE pid = $1 AND last_status = ANY ($2::text[])
                  AND ($3::timestamptz IS NULL OR last_modified_at = $3)
                  AND (NOT EXISTS (SELECT FROM queued WHERE is_held) OR $4)
                RETURNING pid, workflow_id, workflow_version, priority, concurrency_key),
            noted AS (
                INSERT INTO process_actions (action_id, pid, action, actor, reason, acted_at, detail)
                SELECT $9::uuid, pid, $10::text, $11::text, $12::text, now(), $13::text::jsonb FROM changed),
            superseded AS (
                UPDATE process_steps SET superseded_by = $9 WHERE stepid = ANY ($14::uuid[]) AND pid IN (SELECT pid FROM changed)),
            added AS (
                INSERT INTO process_steps (stepid, pid, step_key, name, status, state, created_by, started_at, completed_at)
                SELECT r.stepid, c.pid, r.step_key, r.name, r.status, r.state::jsonb, $11, r.started_at, r.completed_at
                FROM changed c, unnest(
                    $15::uuid[], $16::text[], $17::text[], $18::text[], $19::text[], $20::timestamptz[], $21::timestamptz[])
                    WITH ORDINALITY AS r (stepid, step_key, name, status, state, started_at, completed_at, n)
                ORDER BY r.n),
            input AS (
                INSERT INTO input_states (pid, input_state, input_type)
                SELECT pid, $22::text::jsonb, 'user_input' FROM changed WHERE $22::text IS NOT NULL),
            back_in_queue AS (
                INSERT INTO process_queue (pid, due_at, workflow, workflow_version, priority, concurrency_key)
                SELECT c.pid, now(), w.name, c.workflow_version, c.priority, c.concurrency_key
                FROM changed c JOIN workflows w USING (workflow_id)
                WHERE $5 = 'resumed'
                ON CONFLICT (pid) DO UPDATE
                SET due_at = now(), epoch = nextval('process_epochs'), leased_until = NULL, worker = NULL, lost_leases = 0,
                    is_counted = false),
            moved AS (
                UPDATE process_queue SET due_at = coalesce($8::timestamptz, due_at), priority = coalesce($7::int, priority)
                WHERE pid IN (SELECT pid FROM changed) AND ($8::timestamptz IS NOT NULL OR $7::int IS NOT NULL)),
            gone AS (
                DELETE FROM process_queue WHERE pid IN (SELECT pid FROM changed) AND $5 = 'aborted')
            SELECT pid FROM changed
            """;

    private final Pool pool;
    private final Transactions transactions;

    PostgresInterventions(Pool pool) {
        this.pool = pool;
        this.transactions = new Transactions(pool);
    }

    /** False when the process has moved on, or is held by a worker: then nothing was written. */
    boolean write(Intervention intervention) {
        UUID processId = intervention.seen().processId();
        List<String> abandoned = intervention.change().abandoned();
        if (intervention.action() == ProcessAction.ABORT) {
            return write(intervention, connection -> ProcessFamily.lock(connection, processId));
        }
        return abandoned.isEmpty()
                ? write(pool, intervention)
                : write(intervention, connection -> ProcessFamily.lockChildren(connection, processId, abandoned));
    }

    /** With it end children that the process has started. */
    private boolean write(Intervention intervention, Function<SqlClient, ProcessFamily> lock) {
        return transactions.run(connection -> {
            ProcessFamily family = lock.apply(connection);
            boolean isWritten = write(connection, intervention);
            if (isWritten) {
                family.end(connection, intervention.action(), intervention.operator());
            }
            return isWritten;
        });
    }

    private static boolean write(SqlClient client, Intervention intervention) {
        return client.preparedQuery(INTERVENE)
                        .execute(parameters(intervention))
                        .await()
                        .indefinitely()
                        .size()
                > 0;
    }

    private static Tuple parameters(Intervention intervention) {
        ProcessAction action = intervention.action();
        Change change = intervention.change();
        boolean whileHeld = action.isPossibleWhileHeld();
        Set<ProcessStatus> from =
                whileHeld ? action.from() : Set.of(intervention.seen().status());
        Tuple parameters = Tuple.tuple()
                .addUUID(intervention.seen().processId())
                .addArrayOfString(from.stream().map(ProcessStatus::wireName).toArray(String[]::new))
                .addOffsetDateTime(whileHeld ? null : utc(intervention.seen().lastModifiedAt()))
                .addBoolean(whileHeld)
                .addString(action.next().map(ProcessStatus::wireName).orElse(null))
                .addString(intervention.lastStep().orElse(null))
                .addInteger(change.priority())
                .addOffsetDateTime(utc(change.dueAt()))
                .addUUID(intervention.actionId())
                .addString(action.wireName())
                .addString(intervention.operator().name())
                .addString(intervention.operator().reason())
                .addString(text(change.detail()))
                .addArrayOfUUID(change.superseded().toArray(UUID[]::new));
        return addRows(parameters, change.rows()).addString(text(change.input()));
    }

    private static Tuple addRows(Tuple parameters, List<ProcessStep> rows) {
        return parameters
                .addArrayOfUUID(column(rows, ProcessStep::stepId, UUID[]::new))
                .addArrayOfString(column(rows, ProcessStep::key, String[]::new))
                .addArrayOfString(column(rows, ProcessStep::name, String[]::new))
                .addArrayOfString(column(rows, row -> row.status().wireName(), String[]::new))
                .addArrayOfString(column(rows, row -> text(row.changes().toJson()), String[]::new))
                .addArrayOfOffsetDateTime(column(rows, row -> utc(row.startedAt()), OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(column(rows, row -> utc(row.completedAt()), OffsetDateTime[]::new));
    }

    private static <T> T[] column(List<ProcessStep> rows, Function<ProcessStep, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static String text(JsonNode document) {
        return document == null ? null : Json.write(document);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
