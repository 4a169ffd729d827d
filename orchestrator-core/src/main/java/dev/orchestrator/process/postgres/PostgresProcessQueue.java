package dev.orchestrator.process.postgres;

import dev.orchestrator.process.Claim;
import dev.orchestrator.process.ProcessQueue;
import dev.orchestrator.workflow.WorkflowVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The queue as the table {@code process_queue}; the claims' clock is the database's. */
@Singleton
public class PostgresProcessQueue implements ProcessQueue {
    /** A claim of more than this is under load, and leaves it to the renewal to show which of its processes run. */
    private static final int FEW = 50;

    /**
     * The mark is guarded by the epoch: a worker that was held up since its claim must not mark what another one runs by now. A
     * process that waited is always marked, for its status decides whether a report or an answer still counts; to mark others is for
     * people to see, and under load most of them end before anybody could. The record needs no guard: with a lost claim nothing can
     * be written. A mark that a crash of the database takes back does no harm, for whatever acts on a process looks at its claim as
     * well; so it does not wait for the disk.
     */
    private static final String BEGIN = """
            WITH started AS (
                UPDATE processes p SET last_status = 'running', last_modified_at = now()
                FROM set_config('synchronous_commit', 'off', true), unnest($1::uuid[], $2::bigint[]) AS c (pid, epoch)
                WHERE p.pid = c.pid
                  AND (p.last_status IN ('suspended', 'waiting', 'awaiting_callback')
                       OR $3 AND p.last_status IN ('created', 'resumed'))
                  AND (SELECT q.epoch FROM process_queue q WHERE q.pid = p.pid) = c.epoch)
            """ + ProcessRows.SELECT_RECORDS + " WHERE p.pid = ANY ($1)";

    /**
     * Locks in the order of the key, as the checkpoints do: two statements that lock the same rows must not meet crosswise. What
     * lives long enough to be renewed is also seen to run.
     */
    private static final String RENEW_LEASES = """
            WITH held AS (
                SELECT claimed.pid
                FROM (SELECT * FROM unnest($1::uuid[], $2::bigint[]) AS c (pid, epoch) ORDER BY pid) AS c,
                    LATERAL (
                        SELECT q.pid FROM process_queue q
                        WHERE q.pid = c.pid AND q.epoch = c.epoch FOR NO KEY UPDATE) AS claimed),
            renewed AS (
                UPDATE process_queue q SET leased_until = now() + $3 * interval '1 millisecond'
                FROM held WHERE q.pid = ANY (ARRAY[held.pid])),
            seen AS (
                UPDATE processes SET last_status = 'running', last_modified_at = now()
                WHERE pid IN (SELECT pid FROM held) AND last_status IN ('created', 'resumed'))
            SELECT pid FROM held
            """;

    private static final String HAND_BACK = """
            UPDATE process_queue SET leased_until = NULL, worker = NULL, is_counted = false WHERE pid = $1 AND epoch = $2
            """;

    /** The lease stays, in nobody's name: a row without one would look as if its worker had handed it back in good health. */
    private static final String PUT_OFF = """
            UPDATE process_queue q
            SET leased_until = now() + $3 * interval '1 millisecond', worker = NULL
            FROM unnest($1::uuid[], $2::bigint[]) AS c (pid, epoch)
            WHERE q.pid = ANY (ARRAY[c.pid]) AND q.epoch = c.epoch
            """;

    private static final String COUNT_LAST_CHANCE = """
            UPDATE process_queue SET lost_leases = lost_leases + 1 WHERE pid = $1 AND epoch = $2
            """;

    /** Reads the whole queue, but only after the database was away. */
    private static final String HAND_BACK_UNKNOWN = """
            UPDATE process_queue SET leased_until = NULL, worker = NULL, is_counted = false
            WHERE worker = $1 AND leased_until IS NOT NULL AND pid <> ALL ($2::uuid[])
            """;

    private static final String DECLARE_LIMITS = """
            WITH declared AS (SELECT * FROM unnest($2::text[], $3::int[]) AS d (name, maximum)),
            gone AS (
                DELETE FROM concurrency_limits
                WHERE scope = 'workflow' AND is_declared AND name = ANY ($1::text[])
                  AND name NOT IN (SELECT name FROM declared))
            INSERT INTO concurrency_limits (scope, name, maximum, is_declared)
            SELECT 'workflow', name, maximum, true FROM declared
            ON CONFLICT (scope, name) DO UPDATE SET maximum = EXCLUDED.maximum WHERE concurrency_limits.is_declared
            """;

    private static final String REGISTER = """
            INSERT INTO workers (worker, started_at, seen_at, workflows) VALUES ($1, now(), now(), $2::text::jsonb)
            ON CONFLICT (worker) DO UPDATE SET seen_at = now(), workflows = EXCLUDED.workflows
            """;

    /** A worker is seen with each renewal of its leases; one not seen for half a minute has lost them all. */
    private static final String REGISTERED = """
            SELECT DISTINCT v.name, v.version
            FROM workers, jsonb_to_recordset(workflows) AS v (name text, version integer)
            WHERE seen_at > now() - interval '30 seconds'
            """;

    private static final String UNREGISTER = "DELETE FROM workers WHERE worker = $1";

    private final Pool pool;
    private final LaneClaims claims;

    public PostgresProcessQueue(@Engine Pool pool) {
        this.pool = pool;
        this.claims = new LaneClaims(pool);
    }

    @Override
    public List<Claim> claim(Claimer claimer, Registered registered, int limit) {
        return claims.claim(claimer, registered, limit);
    }

    @Override
    public List<Begun> begin(Collection<Claim> claims) {
        return StreamSupport.stream(
                        execute(BEGIN, keys(claims).addBoolean(claims.size() <= FEW))
                                .spliterator(),
                        false)
                .map(PostgresProcessQueue::begun)
                .toList();
    }

    private static Begun begun(Row row) {
        try {
            return new Begun.Loaded(ProcessRows.record(row));
        } catch (RuntimeException unreadable) {
            return new Begun.Unreadable(row.getUUID("pid"), row.getString("workflow_name"), unreadable.getMessage());
        }
    }

    @Override
    public Set<UUID> renew(Collection<Claim> claims, Duration lease) {
        Tuple parameters = keys(claims).addLong(lease.toMillis());
        return StreamSupport.stream(execute(RENEW_LEASES, parameters).spliterator(), false)
                .map(row -> row.getUUID("pid"))
                .collect(Collectors.toSet());
    }

    @Override
    public void handBack(Claim claim) {
        execute(HAND_BACK, Tuple.of(claim.processId(), claim.epoch()));
    }

    @Override
    public void putOff(Collection<Claim> claims, Duration pause) {
        execute(PUT_OFF, keys(claims).addLong(pause.toMillis()));
    }

    @Override
    public void countLastChance(Claim claim) {
        execute(COUNT_LAST_CHANCE, Tuple.of(claim.processId(), claim.epoch()));
    }

    @Override
    public void handBackAllBut(Collection<UUID> held, String worker) {
        execute(HAND_BACK_UNKNOWN, Tuple.of(worker, held.toArray(UUID[]::new)));
    }

    @Override
    public void declareLimits(Registered registered, Map<String, Integer> limits) {
        execute(
                DECLARE_LIMITS,
                Tuple.tuple()
                        .addArrayOfString(registered.workflows().toArray(String[]::new))
                        .addArrayOfString(limits.keySet().toArray(String[]::new))
                        .addArrayOfInteger(limits.values().toArray(Integer[]::new)));
    }

    @Override
    public void register(String worker, Registered registered) {
        JsonArray versions = new JsonArray();
        for (int n = 0; n < registered.workflows().size(); n++) {
            versions.add(new JsonObject()
                    .put("name", registered.workflows().get(n))
                    .put("version", registered.versions().get(n)));
        }
        execute(REGISTER, Tuple.of(worker, versions.encode()));
    }

    @Override
    public void unregister(String worker) {
        execute(UNREGISTER, Tuple.of(worker));
    }

    @Override
    public Set<WorkflowVersion> registered() {
        return StreamSupport.stream(execute(REGISTERED, Tuple.tuple()).spliterator(), false)
                .map(row -> new WorkflowVersion(row.getString("name"), row.getInteger("version")))
                .collect(Collectors.toSet());
    }

    private static Tuple keys(Collection<Claim> claims) {
        return Tuple.tuple()
                .addArrayOfUUID(claims.stream().map(Claim::processId).toArray(UUID[]::new))
                .addArrayOfLong(claims.stream().map(Claim::epoch).toArray(Long[]::new));
    }

    private RowSet<Row> execute(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).await().indefinitely();
    }
}
