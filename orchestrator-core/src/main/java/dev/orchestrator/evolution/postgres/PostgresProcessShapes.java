package dev.orchestrator.evolution.postgres;

import dev.orchestrator.evolution.ProcessShape;
import dev.orchestrator.evolution.ProcessShapes;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.postgres.QueuePlaces;
import dev.orchestrator.workflow.WorkflowVersion;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Groups live processes in the database, so that a hundred thousand of them come as a handful of rows. */
@Singleton
public class PostgresProcessShapes implements ProcessShapes {
    /**
     * One row a process with its steps as one text. Counts on processes_unfinished_ix for the statuses, and on
     * process_steps_process_ix where only a few processes have them. The row by which the engine stops a process is no step, nor are
     * those of operators; what the former says of a misfit is kept apart.
     * Of a process that was migrated only what came behind counts, and what the migration itself counts as done;
     * process_steps_migrated_ix has the few rows that say so.
     */
    private static final String TRAILS = """
            WITH live AS (
                SELECT p.pid, w.name, p.workflow_version, p.last_status
                FROM processes p JOIN workflows w USING (workflow_id)
                WHERE p.last_status NOT IN ('completed', 'aborted') AND p.last_status = ANY ($1::text[])),
            migrated AS (
                SELECT DISTINCT ON (s.pid) s.pid, s.sequence, s.passed_steps
                FROM process_steps s
                WHERE s.passed_steps IS NOT NULL AND s.superseded_by IS NULL AND s.pid IN (SELECT pid FROM live)
                ORDER BY s.pid, s.sequence DESC),
            steps AS (
                SELECT s.pid, s.sequence AS place,
                       CASE WHEN s.status IN ('success', 'skipped', 'complete') THEN '+' ELSE '-' END || s.step_key AS step
                FROM process_steps s LEFT JOIN migrated m USING (pid)
                WHERE s.pid IN (SELECT pid FROM live) AND s.superseded_by IS NULL
                  AND s.step_key <> 'stopped' AND s.step_key NOT LIKE 'operator:%'
                  AND (m.sequence IS NULL OR s.sequence > m.sequence)
                UNION ALL
                SELECT m.pid, passed.place - cardinality(m.passed_steps), '+' || passed.step_key
                FROM migrated m, unnest(m.passed_steps) WITH ORDINALITY AS passed (step_key, place)),
            trails AS (
                SELECT live.*, t.trail,
                       CASE WHEN live.last_status = 'inconsistent_data' THEN (
                           SELECT s.state ->> 'misfit' FROM process_steps s
                           WHERE s.pid = live.pid AND s.superseded_by IS NULL AND s.step_key NOT LIKE 'operator:%'
                           ORDER BY s.sequence DESC LIMIT 1) END AS misfit
                FROM live JOIN (
                    SELECT pid, string_agg(step, E'\\n' ORDER BY place) AS trail FROM steps GROUP BY pid) AS t USING (pid))
            """;

    private static final String SHAPES = TRAILS + """
            SELECT name, workflow_version, last_status, trail, misfit, count(*)::int AS processes, min(pid::text)::uuid AS example
            FROM trails
            GROUP BY name, workflow_version, last_status, trail, misfit
            ORDER BY name, workflow_version, last_status, trail, misfit
            """;

    /** The status is asked again under the lock: who has moved on since is left alone. Locked in order, so that two workers don't meet crosswise. */
    private static final String PUT_BACK = TRAILS + """
            , same AS (
                SELECT p.pid FROM processes p
                WHERE p.pid IN (
                        SELECT pid FROM trails
                        WHERE name = $2 AND workflow_version = $3 AND trail = $4 AND misfit IS NOT DISTINCT FROM $5::text)
                  AND p.last_status = ANY ($1::text[])
                ORDER BY p.pid FOR NO KEY UPDATE SKIP LOCKED),
            resumed AS (
                UPDATE processes
                SET last_status = 'resumed', last_modified_at = now(), failed_reason = NULL, traceback = NULL, assignee = 'SYSTEM'
                WHERE pid IN (SELECT pid FROM same)
                RETURNING pid, workflow_id, workflow_version, priority, concurrency_key),
            noted AS (
                INSERT INTO process_actions (pid, action, actor, acted_at, detail)
                SELECT pid, 'resume', 'SYSTEM', now(), '{"cause": "other code"}' FROM resumed),
            """ + QueuePlaces.OF_RESUMED + """
            SELECT count(*)::int AS processes FROM resumed
            """;

    private final Pool pool;

    public PostgresProcessShapes(Pool pool) {
        this.pool = pool;
    }

    @Override
    public List<ProcessShape> shapes(Set<ProcessStatus> statuses) {
        List<ProcessShape> shapes = new ArrayList<>();
        for (Row row : execute(SHAPES, Tuple.tuple().addArrayOfString(names(statuses)))) {
            shapes.add(new ProcessShape(
                    new WorkflowVersion(row.getString("name"), row.getInteger("workflow_version")),
                    ProcessStatus.ofWireName(row.getString("last_status")),
                    row.getString("trail").lines().toList(),
                    Optional.ofNullable(row.getString("misfit")),
                    row.getInteger("processes"),
                    row.getUUID("example")));
        }
        return shapes;
    }

    @Override
    public int putBack(ProcessShape shape) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(names(Set.of(shape.status())))
                .addString(shape.workflow().name())
                .addInteger(shape.workflow().number())
                .addString(String.join("\n", shape.steps()))
                .addString(shape.misfit().orElse(null));
        return execute(PUT_BACK, parameters).iterator().next().getInteger("processes");
    }

    private static String[] names(Set<ProcessStatus> statuses) {
        return statuses.stream().map(ProcessStatus::wireName).toArray(String[]::new);
    }

    private RowSet<Row> execute(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).await().indefinitely();
    }
}
