package dev.orchestrator.process.postgres;

import dev.orchestrator.process.Checkpoint;
import dev.orchestrator.process.Checkpoint.After;
import dev.orchestrator.process.Checkpoints;
import dev.orchestrator.process.Claim;
import dev.orchestrator.process.Parent;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.Verdict;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Checkpoints as one statement, however many processes and rows it carries. */
@Singleton
public class PostgresCheckpoints implements Checkpoints {
    /**
     * First locks the queue rows whose epoch still is the claim's. Nothing weaker than a row lock would do: a takeover that
     * commits while this statement runs would slip through. The rows come ordered by process, so that two of these statements
     * never wait for one another crosswise. That set drives the insert, so a lost claim writes nothing at all.
     */
    private static final String RECORD = """
            WITH held AS (
                SELECT i.*, claimed.worker
                FROM unnest(
                        $1::uuid[], $2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                        $9::timestamptz[], $10::timestamptz[], $11::int[])
                        AS i (
                            pid, epoch, stepid, step_key, name, status, state, created_by, started_at, completed_at, attempt),
                    LATERAL (
                        SELECT q.worker FROM process_queue q
                        WHERE q.pid = i.pid AND q.epoch = i.epoch FOR NO KEY UPDATE) AS claimed),
            recorded AS (
                INSERT INTO process_steps (
                    stepid, pid, step_key, name, status, state, created_by, started_at, completed_at, attempt, epoch, worker)
                SELECT stepid, pid, step_key, name, status, state::jsonb, created_by, started_at, completed_at, attempt, epoch, worker
                FROM held
            """;

    /** A step that fails again as before takes the place of its row. */
    private static final String OR_AGAIN = """
                ON CONFLICT (stepid) DO UPDATE
                SET state = EXCLUDED.state, completed_at = EXCLUDED.completed_at, attempt = EXCLUDED.attempt,
                    epoch = EXCLUDED.epoch, worker = EXCLUDED.worker,
                    attempts = coalesce(process_steps.attempts, '[]') || jsonb_build_array(process_steps.completed_at)
            """;

    /**
     * What becomes of those processes that do not just go on. Their queue rows are locked by now, for the select reads what was
     * recorded before anything here runs. The lock of the engine comes along, so that a pause takes hold at the end of each running
     * step without another round trip. The arrays of one id are there for {@link EngineConnections}.
     */
    private static final String THEN_LEAVE = """
                RETURNING pid),
            leaving AS (
                SELECT * FROM unnest(
                    $12::uuid[], $13::bigint[], $14::text[], $15::text[], $16::timestamptz[], $17::text[], $18::text[], $19::text[],
                    $20::bigint[])
                AS l (pid, epoch, next_status, name, completed_at, assignee, failed_reason, traceback, pause)),
            gone AS (
                DELETE FROM process_queue q USING leaving l
                WHERE q.pid = ANY (ARRAY[l.pid]) AND q.epoch = l.epoch AND l.pause IS NULL
                RETURNING l.*),
            paused AS (
                UPDATE process_queue q
                SET due_at = now() + l.pause * interval '1 millisecond', leased_until = NULL, worker = NULL, is_counted = false
                FROM leaving l WHERE q.pid = ANY (ARRAY[l.pid]) AND q.epoch = l.epoch AND l.pause IS NOT NULL
                RETURNING l.*),
            changed AS (
                UPDATE processes p
                SET last_status = l.next_status, last_step = l.name, last_modified_at = l.completed_at,
                    assignee = l.assignee, failed_reason = l.failed_reason, traceback = l.traceback
                FROM (SELECT * FROM gone UNION ALL SELECT * FROM paused) l WHERE p.pid = l.pid)
            SELECT pid, (SELECT global_lock FROM engine_settings) FROM recorded
            """;

    /** Of steps that are done, whose rows are always new. */
    private static final String WRITE_DONE = RECORD + THEN_LEAVE;

    /** Not to ask whether a row is there already saves a third of its insert; so this is only for those that may be. */
    private static final String WRITE_ANY = RECORD + OR_AGAIN + THEN_LEAVE;

    /** No other attempt, and no other claim, writes the same; counts on process_steps_pkey. */
    private static final String RECORDED = """
            SELECT c.n
            FROM unnest($1::uuid[], $2::bigint[], $3::int[]) WITH ORDINALITY AS c (stepid, epoch, attempt, n)
            WHERE EXISTS (
                SELECT FROM process_steps s WHERE s.stepid = c.stepid AND s.epoch = c.epoch AND s.attempt = c.attempt)
            """;

    /** As the database orders them; Java's own order takes the halves for signed numbers. */
    private static final Comparator<UUID> ORDER = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final Pool pool;
    private final Transactions transactions;

    public PostgresCheckpoints(@Engine Pool pool) {
        this.pool = pool;
        this.transactions = new Transactions(pool);
    }

    /** Children that come to rest take a transaction of several statements, which they share with the rest of the batch. */
    @Override
    public Map<UUID, Verdict> write(List<Checkpoint> checkpoints) {
        List<Parent> parents = parentsToWake(checkpoints);
        return parents.isEmpty()
                ? write(pool, checkpoints)
                : transactions.run(connection -> {
                    lockParents(connection, parents);
                    return writeAndWake(connection, checkpoints);
                });
    }

    @Override
    public Set<Checkpoint> recorded(List<Checkpoint> checkpoints) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfUUID(checkpoints.stream()
                        .map(checkpoint -> checkpoint.steps().getFirst().stepId())
                        .toArray(UUID[]::new))
                .addArrayOfLong(checkpoints.stream()
                        .map(checkpoint -> checkpoint.claim().epoch())
                        .toArray(Long[]::new))
                .addArrayOfInteger(checkpoints.stream()
                        .map(checkpoint -> checkpoint.steps().getFirst().attempt())
                        .toArray(Integer[]::new));
        Set<Checkpoint> recorded = new HashSet<>();
        pool.preparedQuery(RECORDED)
                .execute(parameters)
                .await()
                .indefinitely()
                .forEach(row -> recorded.add(checkpoints.get(row.getInteger("n") - 1)));
        return recorded;
    }

    @Override
    public Written write(List<Consumer<SqlClient>> work, Supplier<Checkpoint> checkpoint) {
        return transactions.runUnless(written -> written.verdict() == Verdict.LOST, connection -> {
            work.forEach(part -> part.accept(connection));
            Checkpoint made = checkpoint.get();
            lockParents(connection, parentsToWake(List.of(made)));
            return written(connection, made);
        });
    }

    @Override
    public Settled settle(Claim claim, Optional<Parent> parent, Decision decision) {
        return transactions.runUnless(PostgresCheckpoints::isLost, connection -> {
            lockParents(connection, parent.stream().toList());
            ProcessLocks.take(connection, List.of(claim.processId()));
            ProcessRecord record =
                    ProcessRows.find(connection, claim.processId()).orElseThrow();
            return new Settled(record, decision.of(connection, record).map(made -> written(connection, made)));
        });
    }

    private static Written written(SqlClient connection, Checkpoint made) {
        Map<UUID, Verdict> verdicts = writeAndWake(connection, List.of(made));
        return new Written(made, verdicts.getOrDefault(made.claim().processId(), Verdict.LOST));
    }

    private static Map<UUID, Verdict> writeAndWake(SqlClient connection, List<Checkpoint> checkpoints) {
        Map<UUID, Verdict> verdicts = write(connection, checkpoints);
        PostgresChildRepository.wakeParents(connection, parentsToWake(checkpoints));
        return verdicts;
    }

    private static List<Parent> parentsToWake(List<Checkpoint> checkpoints) {
        return checkpoints.stream()
                .filter(Checkpoint::endsChild)
                .map(Checkpoint::parent)
                .toList();
    }

    private static void lockParents(SqlClient connection, List<Parent> parents) {
        if (!parents.isEmpty()) {
            ProcessLocks.take(
                    connection,
                    parents.stream().map(Parent::processId).distinct().toList());
        }
    }

    private static boolean isLost(Settled settled) {
        return settled.written()
                .filter(written -> written.verdict() == Verdict.LOST)
                .isPresent();
    }

    private static Map<UUID, Verdict> write(SqlClient client, List<Checkpoint> checkpoints) {
        Map<Boolean, List<Checkpoint>> byKind = checkpoints.stream()
                .sorted(Comparator.comparing(checkpoint -> checkpoint.claim().processId(), ORDER))
                .collect(Collectors.partitioningBy(PostgresCheckpoints::isDone));
        Map<UUID, Verdict> written = new HashMap<>();
        write(client, WRITE_DONE, byKind.get(true), written);
        write(client, WRITE_ANY, byKind.get(false), written);
        return written;
    }

    private static boolean isDone(Checkpoint checkpoint) {
        return checkpoint.steps().stream().allMatch(step -> step.status().isDone());
    }

    private static void write(
            SqlClient client, String statement, List<Checkpoint> checkpoints, Map<UUID, Verdict> written) {
        if (checkpoints.isEmpty()) {
            return;
        }
        for (Row row : client.preparedQuery(statement)
                .execute(parameters(checkpoints))
                .await()
                .indefinitely()) {
            written.put(row.getUUID("pid"), row.getBoolean("global_lock") ? Verdict.PAUSE : Verdict.GO_ON);
        }
    }

    /** A row of a record. */
    private record Line(Claim claim, ProcessStep step) {}

    /** What becomes of a process, and the last one of its rows. */
    private record Leaving(Claim claim, ProcessStep step, After after) {}

    private static Tuple parameters(List<Checkpoint> checkpoints) {
        List<Line> lines = checkpoints.stream()
                .flatMap(checkpoint -> checkpoint.steps().stream().map(step -> new Line(checkpoint.claim(), step)))
                .toList();
        List<Leaving> leaving = checkpoints.stream()
                .filter(checkpoint -> !checkpoint.isOfBranch() && !(checkpoint.after() instanceof After.Continues))
                .map(checkpoint ->
                        new Leaving(checkpoint.claim(), checkpoint.steps().getLast(), checkpoint.after()))
                .toList();
        return Tuple.tuple()
                .addArrayOfUUID(column(lines, line -> line.claim.processId(), UUID[]::new))
                .addArrayOfLong(column(lines, line -> line.claim.epoch(), Long[]::new))
                .addArrayOfUUID(column(lines, line -> line.step.stepId(), UUID[]::new))
                .addArrayOfString(column(lines, line -> line.step.key(), String[]::new))
                .addArrayOfString(column(lines, line -> line.step.name(), String[]::new))
                .addArrayOfString(column(lines, line -> line.step.status().wireName(), String[]::new))
                .addArrayOfString(column(lines, line -> line.step.changes().toText(), String[]::new))
                .addArrayOfString(column(lines, line -> line.step.createdBy(), String[]::new))
                .addArrayOfOffsetDateTime(column(lines, line -> utc(line.step.startedAt()), OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(column(lines, line -> utc(line.step.completedAt()), OffsetDateTime[]::new))
                .addArrayOfInteger(column(lines, line -> line.step.attempt(), Integer[]::new))
                .addArrayOfUUID(column(leaving, one -> one.claim.processId(), UUID[]::new))
                .addArrayOfLong(column(leaving, one -> one.claim.epoch(), Long[]::new))
                .addArrayOfString(column(leaving, one -> nextStatus(one.after), String[]::new))
                .addArrayOfString(column(leaving, one -> one.step.name(), String[]::new))
                .addArrayOfOffsetDateTime(column(leaving, one -> utc(one.step.completedAt()), OffsetDateTime[]::new))
                .addArrayOfString(column(leaving, one -> assignee(one.after), String[]::new))
                .addArrayOfString(column(leaving, one -> failedReason(one.after), String[]::new))
                .addArrayOfString(column(leaving, one -> traceback(one.after), String[]::new))
                .addArrayOfLong(column(leaving, one -> pause(one.after), Long[]::new));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <E, T> T[] column(List<E> rows, Function<E, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static String nextStatus(After after) {
        return switch (after) {
            case After.Continues ignored -> null;
            case After.Leaves leaves -> leaves.status().wireName();
            case After.Waits waits -> waits.status().wireName();
        };
    }

    private static String assignee(After after) {
        return switch (after) {
            case After.Continues ignored -> null;
            case After.Leaves leaves -> leaves.assignee();
            case After.Waits waits -> waits.assignee();
        };
    }

    private static String failedReason(After after) {
        return switch (after) {
            case After.Continues ignored -> null;
            case After.Leaves leaves -> leaves.failedReason();
            case After.Waits waits -> waits.failedReason();
        };
    }

    private static String traceback(After after) {
        return after instanceof After.Leaves leaves ? leaves.traceback() : null;
    }

    private static Long pause(After after) {
        return after instanceof After.Waits waits ? waits.pause().toMillis() : null;
    }
}
