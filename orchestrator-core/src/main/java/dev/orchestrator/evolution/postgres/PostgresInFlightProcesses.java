package dev.orchestrator.evolution.postgres;

import dev.orchestrator.evolution.FormerStanding;
import dev.orchestrator.evolution.InFlightProcesses;
import dev.orchestrator.evolution.LiveProcess;
import dev.orchestrator.evolution.Move;
import dev.orchestrator.evolution.StateMigration;
import dev.orchestrator.process.postgres.Engine;
import dev.orchestrator.process.postgres.ProcessRows;
import dev.orchestrator.state.Json;
import dev.orchestrator.workflow.WorkflowVersion;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Pages by the process' id, so that what moves while a run goes on is neither missed nor met twice. */
@Singleton
public class PostgresInFlightProcesses implements InFlightProcesses {
    /** Counts on processes_unfinished_ix, which stays small however many have ended. */
    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE w.name = $1 AND p.workflow_version = $2) AS on_version, count(*) AS living
            FROM processes p JOIN workflows w USING (workflow_id)
            WHERE p.last_status NOT IN ('completed', 'aborted') AND ($3::uuid[] IS NULL OR p.pid = ANY ($3))
            """;

    private static final String THOSE = "SELECT r.*, " + LiveRows.PLACE + " FROM (" + ProcessRows.SELECT_RECORDS + """
                WHERE p.pid = ANY (ARRAY(
                    SELECT p.pid FROM processes p JOIN workflows w USING (workflow_id)
                    WHERE w.name = $1 AND p.workflow_version = $2 AND p.last_status NOT IN ('completed', 'aborted') AND p.pid > $3
            """;

    private static final String FIRST_OF_THEM = """
                    ORDER BY p.pid LIMIT $4))) r
            LEFT JOIN process_queue q ON q.pid = r.pid ORDER BY r.pid
            """;

    /**
     * By processes_unfinished_ix where few live among many that have ended, else along the primary key. No condition is
     * optional: were one, a plan that is kept could not begin at the key, and each page would read all those before it.
     */
    private static final String PAGE = THOSE + FIRST_OF_THEM;

    private static final String NAMED = THOSE + " AND p.pid = ANY ($5)" + FIRST_OF_THEM;

    /** Nothing is locked: what is prepared says on which moment of the process it rests. The same once more changes nothing. */
    private static final String PREPARE = """
            WITH still AS (
                SELECT p.pid FROM processes p LEFT JOIN process_queue q USING (pid)
                WHERE p.pid = $1 AND p.last_modified_at = $2 AND q.epoch IS NOT DISTINCT FROM $3::bigint
                  AND NOT coalesce(q.leased_until > now(), false)),
            prepared AS (
                INSERT INTO state_migrations AS m (
                    state_migration_id, pid, migration, status, source_workflow, source_version, target_workflow, target_version,
                    go_on_at, old_state, new_state, old_standing, process_changed_at, process_epoch, prepared_at, prepared_by)
                SELECT gen_random_uuid(), pid, $4, 'prepared', $5, $6, $7, $8,
                       $9, $10::text::jsonb, $11::text::jsonb, $12::text::jsonb, $2, $3, now(), $13
                FROM still
                ON CONFLICT (pid, migration) WHERE status = 'prepared' DO UPDATE
                SET go_on_at = EXCLUDED.go_on_at, old_state = EXCLUDED.old_state, new_state = EXCLUDED.new_state,
                    old_standing = EXCLUDED.old_standing, process_changed_at = EXCLUDED.process_changed_at,
                    process_epoch = EXCLUDED.process_epoch, prepared_at = EXCLUDED.prepared_at, prepared_by = EXCLUDED.prepared_by
                WHERE (m.go_on_at, m.new_state, m.process_changed_at, m.process_epoch) IS DISTINCT FROM (
                    EXCLUDED.go_on_at, EXCLUDED.new_state, EXCLUDED.process_changed_at, EXCLUDED.process_epoch))
            SELECT pid FROM still
            """;

    private final Pool pool;
    private final Pool writes;

    /** What is prepared is looked up by one id; on the engine's connections it is planned once and not for each process. */
    public PostgresInFlightProcesses(Pool pool, @Engine Pool writes) {
        this.pool = pool;
        this.writes = writes;
    }

    @Override
    public Count count(WorkflowVersion version, Set<UUID> only) {
        Row row = execute(
                        pool, COUNT, Tuple.of(version.name(), version.number()).addArrayOfUUID(LiveRows.named(only)))
                .iterator()
                .next();
        return new Count(row.getLong("on_version"), row.getLong("living") - row.getLong("on_version"));
    }

    @Override
    public List<LiveProcess> page(WorkflowVersion version, UUID after, int size, Set<UUID> only) {
        Tuple parameters = Tuple.of(version.name(), version.number())
                .addUUID(LiveRows.after(after))
                .addInteger(size);
        RowSet<Row> rows = only.isEmpty()
                ? execute(pool, PAGE, parameters)
                : execute(pool, NAMED, parameters.addArrayOfUUID(LiveRows.named(only)));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(LiveRows::live)
                .toList();
    }

    @Override
    public boolean prepare(StateMigration<?, ?> migration, Move move, String actor) {
        LiveProcess seen = move.seen();
        Tuple parameters = Tuple.tuple()
                .addUUID(seen.process().processId())
                .addOffsetDateTime(seen.process().lastModifiedAt().atOffset(ZoneOffset.UTC))
                .addLong(seen.epoch());
        return execute(writes, PREPARE, addAudit(parameters, migration, move).addString(actor))
                        .size()
                > 0;
    }

    /** What stays on record of a migration, in the order in which the statements take it. */
    static Tuple addAudit(Tuple parameters, StateMigration<?, ?> migration, Move move) {
        WorkflowVersion source = migration.source().workflow();
        return parameters
                .addString(migration.name())
                .addString(source.name())
                .addInteger(source.number())
                .addString(move.target().name())
                .addInteger(move.target().number())
                .addString(move.standing().goOnAt())
                .addString(move.seen().record().state().toText())
                .addString(move.state().toText())
                .addString(Json.write(Json.toTree(FormerStanding.of(move.seen()))));
    }

    private static RowSet<Row> execute(Pool pool, String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).await().indefinitely();
    }
}
