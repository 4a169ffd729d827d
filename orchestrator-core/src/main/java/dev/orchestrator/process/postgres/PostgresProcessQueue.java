package dev.orchestrator.process.postgres;

import dev.orchestrator.process.Claim;
import dev.orchestrator.process.ProcessQueue;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.workflow.WorkflowVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The queue as the table {@code process_queue}; the claims' clock is the database's. */
@Singleton
public class PostgresProcessQueue implements ProcessQueue {
    /**
     * Reads process_queue_due_ix in order and locks what it takes, so that workers pass one another by. The look-up by ctid is
     * safe, for the rows are locked in the same statement; a join would be planned as a hash join over the whole queue. A claim
     * of an expired lease counts as lost only if its holder recorded nothing.
     */
    private static final String CLAIM_NEXT = """
            UPDATE process_queue q
            SET epoch = nextval('process_epochs'),
                worker = $1,
                lost_leases = CASE
                    WHEN q.leased_until IS NULL THEN 0
                    WHEN EXISTS (SELECT FROM process_steps s WHERE s.pid = q.pid AND s.epoch = q.epoch) THEN 1
                    ELSE q.lost_leases + 1 END,
                leased_until = now() + $2 * interval '1 millisecond'
            WHERE q.ctid = ANY (ARRAY(
                SELECT d.ctid FROM process_queue d
                WHERE d.due_at <= now()
                  AND (d.leased_until IS NULL OR d.leased_until < now())
                  AND (d.workflow, d.workflow_version) IN (SELECT * FROM unnest($3::text[], $4::int[]))
                  AND NOT (SELECT global_lock FROM engine_settings)
                ORDER BY d.priority, d.due_at
                LIMIT $5
                FOR UPDATE SKIP LOCKED))
            RETURNING q.pid, q.epoch, q.lost_leases
            """;

    /** Guarded by the epoch: a worker that was held up since its claim must not mark what another one runs by now. */
    private static final String BEGIN = """
            WITH claimed AS (
                SELECT c.pid FROM unnest($1::uuid[], $2::bigint[]) AS c (pid, epoch)
                JOIN process_queue q ON q.pid = c.pid AND q.epoch = c.epoch),
            started AS (
                UPDATE processes SET last_status = 'running', last_modified_at = now()
                WHERE pid IN (SELECT pid FROM claimed) AND last_status IN ('created', 'resumed', 'suspended', 'waiting', 'awaiting_callback'))
            """ + ProcessRows.SELECT_RECORDS + " WHERE p.pid IN (SELECT pid FROM claimed)";

    /** Locks in the order of the key, as the checkpoints do: two statements that lock the same rows must not meet crosswise. */
    private static final String RENEW_LEASES = """
            WITH held AS (
                SELECT q.pid FROM process_queue q
                JOIN unnest($1::uuid[], $2::bigint[]) AS c (pid, epoch) ON q.pid = c.pid AND q.epoch = c.epoch
                ORDER BY q.pid FOR NO KEY UPDATE OF q),
            renewed AS (
                UPDATE process_queue q SET leased_until = now() + $3 * interval '1 millisecond'
                FROM held WHERE q.pid = held.pid)
            SELECT pid FROM held
            """;

    private static final String HAND_BACK = """
            UPDATE process_queue SET leased_until = NULL, worker = NULL WHERE pid = $1 AND epoch = $2
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

    public PostgresProcessQueue(Pool pool) {
        this.pool = pool;
    }

    @Override
    public List<Claim> claim(String worker, Registered registered, int limit, Duration lease) {
        Tuple parameters = Tuple.of(
                worker,
                lease.toMillis(),
                registered.workflows().toArray(String[]::new),
                registered.versions().toArray(Integer[]::new),
                limit);
        List<Claim> claims = new ArrayList<>();
        for (Row row : execute(CLAIM_NEXT, parameters)) {
            claims.add(new Claim(row.getUUID("pid"), row.getLong("epoch"), row.getInteger("lost_leases")));
        }
        return claims;
    }

    @Override
    public List<ProcessRecord> begin(Collection<Claim> claims) {
        return StreamSupport.stream(execute(BEGIN, keys(claims)).spliterator(), false)
                .map(ProcessRows::record)
                .toList();
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
