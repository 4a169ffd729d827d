package dev.orchestrator.process.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.process.Claim;
import dev.orchestrator.process.ProcessQueue.Claimer;
import dev.orchestrator.process.ProcessQueue.Registered;
import dev.orchestrator.process.postgres.LaneShares.Share;
import dev.orchestrator.state.Json;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Takes what is due off the queue, in two steps: one look at the lanes, the limits and what runs under them, then a claim for each
 * kind of lane.
 */
final class LaneClaims {
    private static final int LOOKS = 5;

    /**
     * Steps from lane to lane by process_queue_lane_ix, one probe each, however many rows they have. LIMIT keeps the planner to that:
     * an EXISTS it would turn around and read the whole index. All comes from one snapshot: what runs under the limits, and the turn
     * that it is true for.
     */
    private static final String LOOK = """
            WITH RECURSIVE lanes AS (
                (SELECT priority, workflow, workflow_version, concurrency_key FROM process_queue
                 ORDER BY priority, workflow, workflow_version, concurrency_key LIMIT 1)
                UNION ALL
                SELECT following.* FROM lanes l, LATERAL (
                    SELECT q.priority, q.workflow, q.workflow_version, q.concurrency_key FROM process_queue q
                    WHERE (q.priority, q.workflow, q.workflow_version, q.concurrency_key)
                        > (l.priority, l.workflow, l.workflow_version, l.concurrency_key)
                    ORDER BY q.priority, q.workflow, q.workflow_version, q.concurrency_key LIMIT 1) AS following),
            due AS (
                SELECT l.priority, l.workflow, l.workflow_version AS version, w.target, l.concurrency_key AS key
                FROM lanes l JOIN workflows w ON w.name = l.workflow,
                    LATERAL (
                        SELECT FROM process_queue q
                        WHERE q.priority = l.priority AND q.workflow = l.workflow AND q.workflow_version = l.workflow_version
                          AND q.concurrency_key = l.concurrency_key AND q.due_at <= now() LIMIT 1) AS first
                WHERE (l.workflow, l.workflow_version) IN (SELECT * FROM unnest($1::text[], $2::int[]))
                  AND NOT (SELECT global_lock FROM engine_settings)),
            running AS (
                SELECT q.workflow, w.target, q.concurrency_key AS key, count(*) AS number,
                       count(*) FILTER (
                           WHERE q.due_at <= now() AND (q.leased_until IS NULL OR q.leased_until < now())) AS lost
                FROM process_queue q JOIN workflows w ON w.name = q.workflow
                WHERE q.is_counted GROUP BY 1, 2, 3)
            SELECT (SELECT coalesce(json_agg(due ORDER BY priority), '[]') FROM due)::text AS lanes,
                   (SELECT coalesce(json_agg(running), '[]') FROM running)::text AS running,
                   (SELECT coalesce(json_agg(l), '[]') FROM concurrency_limits l)::text AS limits,
                   (SELECT turn FROM claim_turns) AS turn
            """;

    /**
     * A claim of an expired lease counts as lost only if its holder recorded nothing; a holder that claims it again is alive, and was
     * only kept from the database. The last one that may be lost is not counted here, for its holder may never have begun: a last
     * chance is counted when it begins.
     */
    private static final String MARK = """
            SET epoch = nextval('process_epochs'),
                worker = $1::text,
                leased_until = now() + $2 * interval '1 millisecond',
                lost_leases = CASE
                    WHEN q.leased_until IS NULL THEN 0
                    WHEN q.worker = $1::text THEN least(q.lost_leases, $3)
                    WHEN EXISTS (SELECT FROM process_steps s WHERE s.pid = q.pid AND s.epoch = q.epoch) THEN 1
                    ELSE greatest(q.lost_leases, least(q.lost_leases + 1, $3)) END
            """;

    /**
     * Reads each lane by process_queue_lane_ix in order and locks what it takes, so that workers pass one another by. The look-up
     * by ctid is safe, for the rows are locked in the same statement; a join would be planned as a hash join over the whole queue.
     */
    private static final String CLAIM = "UPDATE process_queue q " + MARK + """
            WHERE q.ctid = ANY (ARRAY(
                SELECT taken.ctid
                FROM unnest($4::smallint[], $5::text[], $6::int[], $7::text[], $8::int[])
                        AS l (priority, workflow, workflow_version, concurrency_key, share),
                    LATERAL (
                        SELECT d.ctid FROM process_queue d
                        WHERE d.priority = l.priority AND d.workflow = l.workflow AND d.workflow_version = l.workflow_version
                          AND d.concurrency_key = l.concurrency_key AND d.due_at <= now()
                          AND (d.leased_until IS NULL OR d.leased_until < now())
                        ORDER BY d.due_at LIMIT l.share FOR UPDATE SKIP LOCKED) AS taken
                LIMIT $9))
            RETURNING q.pid, q.epoch, q.lost_leases
            """;

    /**
     * As CLAIM, for lanes under a limit. Their shares were made of a count that holds only as long as nobody else takes the turn:
     * the update waits for whoever is about to, and then finds another turn and claims nothing. Returns a row, be it an empty
     * one, if the turn was ours. Rows that are counted already have their place, and CLAIM_LOST takes them over.
     */
    private static final String CLAIM_COUNTED = """
            WITH ours AS (UPDATE claim_turns SET turn = turn + 1 WHERE turn = $10 RETURNING turn),
            claimed AS (
                UPDATE process_queue q
            """ + MARK + """
                , is_counted = true
                WHERE q.ctid = ANY (ARRAY(
                    SELECT taken.ctid
                    FROM ours, unnest($4::smallint[], $5::text[], $6::int[], $7::text[], $8::int[])
                            AS l (priority, workflow, workflow_version, concurrency_key, share),
                        LATERAL (
                            SELECT d.ctid FROM process_queue d
                            WHERE d.priority = l.priority AND d.workflow = l.workflow AND d.workflow_version = l.workflow_version
                              AND d.concurrency_key = l.concurrency_key AND d.due_at <= now() AND NOT d.is_counted
                              AND (d.leased_until IS NULL OR d.leased_until < now())
                            ORDER BY d.due_at LIMIT l.share FOR UPDATE SKIP LOCKED) AS taken
                    LIMIT $9))
                RETURNING q.pid, q.epoch, q.lost_leases)
            SELECT c.pid, c.epoch, c.lost_leases FROM ours LEFT JOIN claimed c ON true
            """;

    /** Takes over what has a place under a limit and is held by nobody, such as by a lost worker; counts on process_queue_counted_ix. */
    private static final String CLAIM_LOST = "UPDATE process_queue q " + MARK + """
            WHERE q.ctid = ANY (ARRAY(
                SELECT d.ctid FROM process_queue d
                WHERE d.is_counted AND d.due_at <= now() AND (d.leased_until IS NULL OR d.leased_until < now())
                  AND (d.workflow, d.workflow_version) IN (SELECT * FROM unnest($4::text[], $5::int[]))
                  AND NOT (SELECT global_lock FROM engine_settings)
                LIMIT $6 FOR UPDATE SKIP LOCKED))
            RETURNING q.pid, q.epoch, q.lost_leases
            """;

    private final Pool pool;

    LaneClaims(Pool pool) {
        this.pool = pool;
    }

    /** What one look has shown. */
    private record Sight(List<Lane> lanes, Limits limits, boolean isAnyLost, long turn) {}

    List<Claim> claim(Claimer claimer, Registered registered, int limit) {
        List<Claim> claims = new ArrayList<>();
        for (int look = 0; look < LOOKS && claims.size() < limit; look++) {
            Sight sight = look(registered);
            if (sight.isAnyLost() && look == 0) {
                claims.addAll(claimLost(claimer, registered, limit));
            }
            LaneShares shares = LaneShares.of(sight.lanes(), sight.limits(), limit - claims.size());
            boolean wasOurTurn = claimCounted(claimer, shares, limit, sight.turn(), claims);
            if (look == 0) {
                claims.addAll(claimFree(claimer, shares, limit - claims.size()));
            }
            if (wasOurTurn) {
                return claims;
            }
        }
        return claims;
    }

    private Sight look(Registered registered) {
        Row row = execute(LOOK, Tuple.of(workflows(registered), versions(registered)))
                .iterator()
                .next();
        Limits limits = new Limits();
        Json.parse(row.getString("limits"))
                .forEach(limit -> limits.allow(
                        limit.get("scope").asText(),
                        limit.get("name").asText(),
                        limit.get("maximum").asInt()));
        boolean isAnyLost = false;
        for (JsonNode running : Json.parse(row.getString("running"))) {
            limits.take(lane(running), running.get("number").asInt());
            isAnyLost |= running.get("lost").asInt() > 0;
        }
        List<Lane> lanes = new ArrayList<>();
        Json.parse(row.getString("lanes")).forEach(lane -> lanes.add(lane(lane)));
        return new Sight(lanes, limits, isAnyLost, row.getLong("turn"));
    }

    private static Lane lane(JsonNode lane) {
        return new Lane(
                lane.path("priority").asInt(),
                lane.get("workflow").asText(),
                lane.path("version").asInt(),
                lane.get("target").asText(),
                lane.get("key").asText());
    }

    private List<Claim> claimFree(Claimer claimer, LaneShares shares, int limit) {
        return shares.free().isEmpty() || limit == 0
                ? List.of()
                : claims(execute(CLAIM, withShares(claimer, shares.free(), limit)));
    }

    /** Adds to the claims; false when somebody else has claimed under a limit since the look. */
    private boolean claimCounted(Claimer claimer, LaneShares shares, int limit, long turn, List<Claim> claims) {
        if (shares.counted().isEmpty() || limit == claims.size()) {
            return true;
        }
        Tuple parameters =
                withShares(claimer, shares.counted(), limit - claims.size()).addLong(turn);
        RowSet<Row> rows = execute(CLAIM_COUNTED, parameters);
        claims.addAll(claims(rows));
        return rows.size() > 0;
    }

    private List<Claim> claimLost(Claimer claimer, Registered registered, int limit) {
        Tuple parameters = parameters(claimer)
                .addArrayOfString(workflows(registered))
                .addArrayOfInteger(versions(registered))
                .addInteger(limit);
        return claims(execute(CLAIM_LOST, parameters));
    }

    private static Tuple parameters(Claimer claimer) {
        return Tuple.of(claimer.worker(), claimer.lease().toMillis(), Math.max(1, claimer.lostLeaseLimit() - 1));
    }

    private static Tuple withShares(Claimer claimer, List<Share> shares, int limit) {
        return parameters(claimer)
                .addArrayOfShort(column(shares, share -> (short) share.lane().priority(), Short[]::new))
                .addArrayOfString(column(shares, share -> share.lane().workflow(), String[]::new))
                .addArrayOfInteger(column(shares, share -> share.lane().version(), Integer[]::new))
                .addArrayOfString(column(shares, share -> share.lane().key(), String[]::new))
                .addArrayOfInteger(column(shares, Share::number, Integer[]::new))
                .addInteger(limit);
    }

    private static <T> T[] column(List<Share> shares, Function<Share, T> value, Function<Integer, T[]> array) {
        return shares.stream().map(value).toList().toArray(array.apply(0));
    }

    private static String[] workflows(Registered registered) {
        return registered.workflows().toArray(String[]::new);
    }

    private static Integer[] versions(Registered registered) {
        return registered.versions().toArray(Integer[]::new);
    }

    private static List<Claim> claims(RowSet<Row> rows) {
        List<Claim> claims = new ArrayList<>();
        for (Row row : rows) {
            if (row.getUUID("pid") != null) {
                claims.add(new Claim(row.getUUID("pid"), row.getLong("epoch"), row.getInteger("lost_leases")));
            }
        }
        return claims;
    }

    private RowSet<Row> execute(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).await().indefinitely();
    }
}
