package dev.orchestrator.evolution.postgres;

import dev.orchestrator.evolution.LiveProcess;
import dev.orchestrator.evolution.Move;
import dev.orchestrator.evolution.Move.Place;
import dev.orchestrator.evolution.ProcessRegistry.Migrated;
import dev.orchestrator.evolution.StateMigration;
import dev.orchestrator.process.ProcessStep;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The statement that puts a process on another version, and the two that record why. */
final class MoveStatement {
    /**
     * Takes the lock under which reports for the process are decided first, so that one that comes at the same time is kept for the
     * step that waits afterwards. Then locks the place in the queue and then the process, as checkpoints do. Both locks read their row anew: a claim since the
     * process was read has changed the epoch, an operator has changed the time of the last change, and either leaves nothing to
     * update. The new epoch takes the process from a worker whose lease had run out. A process without a place in the queue can
     * only get one by a change of its own row. All is looked up by the one id: a join with what was moved would be planned, while
     * the tables are small, as a scan of them.
     */
    private static final String MOVE = """
            WITH locked AS MATERIALIZED (
                SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0))),
            place AS (
                SELECT pid FROM process_queue
                WHERE EXISTS (SELECT FROM locked) AND pid = $1 AND epoch = $2 AND (leased_until IS NULL OR leased_until <= now()) FOR UPDATE),
            moved AS (
                UPDATE processes p
                SET workflow_id = w.workflow_id, workflow_version = $5::int, last_status = $6::text, assignee = $7::text,
                    last_step = coalesce($8::text, p.last_step), last_modified_at = now(),
                    failed_reason = CASE WHEN $6::text = 'resumed' THEN NULL ELSE p.failed_reason END,
                    traceback = CASE WHEN $6::text = 'resumed' THEN NULL ELSE p.traceback END
                FROM workflows w
                WHERE EXISTS (SELECT FROM locked) AND p.pid = $1 AND p.last_modified_at = $3 AND w.name = $4::text AND w.deleted_at IS NULL
                  AND (EXISTS (SELECT FROM place)
                       OR $2::bigint IS NULL AND NOT EXISTS (SELECT FROM process_queue WHERE pid = $1))
                RETURNING p.pid, p.priority, p.concurrency_key),
            recorded AS (
                INSERT INTO process_steps (
                    stepid, pid, step_key, name, status, state, created_by, started_at, completed_at, attempt, passed_steps)
                SELECT gen_random_uuid(), pid, r.step_key, r.name, r.status, r.state::jsonb, coalesce(r.created_by, $9::text),
                       coalesce(r.started_at, now()), coalesce(r.completed_at, now()), r.attempt,
                       CASE WHEN r.n = 1 THEN $10::text[] END
                FROM moved, unnest(
                    $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::timestamptz[], $17::timestamptz[],
                    $18::int[]) WITH ORDINALITY
                    AS r (step_key, name, status, state, created_by, started_at, completed_at, attempt, n)
                ORDER BY r.n),
            kept AS (
                UPDATE process_queue
                SET workflow = $4::text, workflow_version = $5::int, epoch = nextval('process_epochs'), leased_until = NULL, worker = NULL,
                    is_counted = false, lost_leases = 0
                WHERE pid = $1 AND EXISTS (SELECT FROM moved) AND $19::text = 'as_it_was'
                RETURNING epoch),
            due AS (
                INSERT INTO process_queue (pid, due_at, workflow, workflow_version, epoch, priority, concurrency_key)
                SELECT pid, coalesce($20::timestamptz, now()), $4::text, $5::int, nextval('process_epochs'), priority, concurrency_key
                FROM moved WHERE $19::text = 'due'
                ON CONFLICT (pid) DO UPDATE
                SET due_at = EXCLUDED.due_at, workflow = $4::text, workflow_version = $5::int, epoch = EXCLUDED.epoch, leased_until = NULL,
                    worker = NULL, is_counted = false, lost_leases = 0
                RETURNING epoch),
            gone AS (
                DELETE FROM process_queue WHERE pid = $1 AND EXISTS (SELECT FROM moved) AND $19::text = 'outside'),
            noted AS (
                INSERT INTO process_actions (pid, action, actor, acted_at, detail)
                SELECT pid, $21::text, $9::text, now(), jsonb_build_object('workflow', $4::text, 'version', $5::int, 'go_on_at', $22::text)
                FROM moved),
            %s
            SELECT pid FROM moved
            """;

    /** What was prepared is done with now, and who had prepared it stays known. */
    static final String MIGRATE = MOVE.formatted("""
            ready AS (
                DELETE FROM state_migrations WHERE pid = $1 AND EXISTS (SELECT FROM moved) AND migration = $23::text AND status = 'prepared'
                RETURNING pid, prepared_at, prepared_by),
            audited AS (
                INSERT INTO state_migrations (
                    state_migration_id, pid, migration, status, source_workflow, source_version, target_workflow, target_version,
                    go_on_at, old_state, new_state, old_standing, process_changed_at,
                    process_epoch,
                    migrated_at, migrated_by, prepared_at, prepared_by)
                SELECT gen_random_uuid(), moved.pid, $23::text, 'migrated', $24, $25, $26, $27,
                       $28, $29::text::jsonb, $30::text::jsonb, $31::text::jsonb, now(),
                       (SELECT epoch FROM kept UNION ALL SELECT epoch FROM due),
                       now(), $9::text, ready.prepared_at, ready.prepared_by
                FROM moved LEFT JOIN ready USING (pid))""");

    static final String MOVE_BACK = MOVE.formatted("""
            audited AS (
                UPDATE state_migrations SET status = 'moved_back', moved_back_at = now(), moved_back_by = $9::text
                WHERE state_migration_id = $23 AND pid = $1 AND EXISTS (SELECT FROM moved))""");

    private MoveStatement() {}

    static Tuple migrate(StateMigration<?, ?> migration, Move move, String actor) {
        String name = "State migration to version " + move.target().number();
        return PostgresInFlightProcesses.addAudit(parameters(move, actor, name, "migrate"), migration, move);
    }

    static Tuple moveBack(Migrated migrated, String actor) {
        Move back = migrated.back();
        String name = "Moved back to version " + back.target().number();
        return parameters(back, actor, name, "move_back").addUUID(migrated.migrationId());
    }

    private static Tuple parameters(Move move, String actor, String name, String action) {
        LiveProcess seen = move.seen();
        Tuple parameters = Tuple.tuple()
                .addUUID(seen.process().processId())
                .addLong(seen.epoch())
                .addOffsetDateTime(utc(seen.process().lastModifiedAt()))
                .addString(move.target().name())
                .addInteger(move.target().number())
                .addString(move.standing().status().wireName())
                .addString(move.standing().assignee().name())
                .addString(nameOfLast(move.standing().rows()))
                .addString(actor)
                .addArrayOfString(move.standing().passed().toArray(String[]::new));
        return addPlace(addRows(parameters, move, name), move.standing().place())
                .addString(action)
                .addString(move.standing().goOnAt());
    }

    private static String nameOfLast(List<ProcessStep> rows) {
        return rows.isEmpty() ? null : rows.getLast().name();
    }

    /** The row with the whole state, written by whoever migrates, now; then those at which the process waits, as they were. */
    private static Tuple addRows(Tuple parameters, Move move, String name) {
        List<ProcessStep> rows = move.standing().rows();
        return parameters
                .addArrayOfString(column(ProcessStep.STATE_MIGRATION, rows, ProcessStep::key, String[]::new))
                .addArrayOfString(column(name, rows, ProcessStep::name, String[]::new))
                .addArrayOfString(column("success", rows, row -> row.status().wireName(), String[]::new))
                .addArrayOfString(
                        column(move.state().toText(), rows, row -> row.changes().toText(), String[]::new))
                .addArrayOfString(column(null, rows, ProcessStep::createdBy, String[]::new))
                .addArrayOfOffsetDateTime(column(null, rows, row -> utc(row.startedAt()), OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(column(null, rows, row -> utc(row.completedAt()), OffsetDateTime[]::new))
                .addArrayOfInteger(column(1, rows, ProcessStep::attempt, Integer[]::new));
    }

    private static <T> T[] column(
            T first, List<ProcessStep> rows, Function<ProcessStep, T> value, IntFunction<T[]> array) {
        return Stream.concat(
                        Stream.of(Optional.ofNullable(first)), rows.stream().map(value.andThen(Optional::ofNullable)))
                .map(cell -> cell.orElse(null))
                .toArray(array);
    }

    private static Tuple addPlace(Tuple parameters, Place place) {
        return switch (place) {
            case Place.AsItWas ignored -> parameters.addString("as_it_was").addOffsetDateTime(null);
            case Place.Due due -> parameters.addString("due").addOffsetDateTime(utc(due.at()));
            case Place.Outside ignored -> parameters.addString("outside").addOffsetDateTime(null);
        };
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
