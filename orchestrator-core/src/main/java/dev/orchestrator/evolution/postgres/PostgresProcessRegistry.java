package dev.orchestrator.evolution.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.evolution.FormerStanding;
import dev.orchestrator.evolution.LiveProcess;
import dev.orchestrator.evolution.Move;
import dev.orchestrator.evolution.ProcessRegistry;
import dev.orchestrator.evolution.StateMigration;
import dev.orchestrator.process.postgres.Engine;
import dev.orchestrator.process.postgres.ProcessRows;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.WorkflowVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Moves processes between versions; each move is one statement, {@link MoveStatement}. */
@Singleton
public class PostgresProcessRegistry implements ProcessRegistry {
    /**
     * By state_migrations_migrated_ix. Whoever touched the process since changed its time or took its place in the queue with
     * another epoch.
     */
    private static final String UNTOUCHED = """
            WITH untouched AS MATERIALIZED (
                SELECT m.pid AS migrated_pid, m.state_migration_id, m.source_workflow, m.source_version, m.old_state, m.old_standing,
            """ + LiveRows.PLACE + """
                FROM state_migrations m JOIN processes p USING (pid) LEFT JOIN process_queue q USING (pid)
                WHERE m.migration = $1 AND m.status = 'migrated' AND m.pid > $2
                  AND ($4::uuid[] IS NULL OR m.pid = ANY ($4))
                  AND p.last_modified_at = m.process_changed_at AND q.epoch IS NOT DISTINCT FROM m.process_epoch
                  AND NOT coalesce(q.leased_until > now(), false)
                ORDER BY m.pid LIMIT $3)
            SELECT r.*, u.* FROM untouched u JOIN (""" + ProcessRows.SELECT_RECORDS + """
                ) r ON r.pid = u.migrated_pid
            ORDER BY r.pid
            """;

    private static final String MIGRATED = """
            SELECT count(*) AS migrated FROM state_migrations m JOIN processes p USING (pid)
            WHERE m.migration = $1 AND m.status = 'migrated' AND p.last_status NOT IN ('completed', 'aborted')
              AND ($2::uuid[] IS NULL OR m.pid = ANY ($2))
            """;

    private final Pool pool;
    private final Pool moves;

    /** Each move is of one process and looked up by its id; on the engine's connections it is planned once and not for each. */
    public PostgresProcessRegistry(Pool pool, @Engine Pool moves) {
        this.pool = pool;
        this.moves = moves;
    }

    @Override
    public boolean move(StateMigration<?, ?> migration, Move move, String actor) {
        return execute(moves, MoveStatement.MIGRATE, MoveStatement.migrate(migration, move, actor))
                        .size()
                > 0;
    }

    @Override
    public List<Migrated> untouched(String migration, UUID after, int size, Set<UUID> only) {
        Tuple parameters = Tuple.tuple()
                .addString(migration)
                .addUUID(LiveRows.after(after))
                .addInteger(size)
                .addArrayOfUUID(LiveRows.named(only));
        return StreamSupport.stream(execute(pool, UNTOUCHED, parameters).spliterator(), false)
                .map(PostgresProcessRegistry::migrated)
                .toList();
    }

    @Override
    public long migrated(String migration, Set<UUID> only) {
        return execute(pool, MIGRATED, Tuple.tuple().addString(migration).addArrayOfUUID(LiveRows.named(only)))
                .iterator()
                .next()
                .getLong("migrated");
    }

    @Override
    public boolean moveBack(Migrated migrated, String actor) {
        return execute(moves, MoveStatement.MOVE_BACK, MoveStatement.moveBack(migrated, actor))
                        .size()
                > 0;
    }

    private static Migrated migrated(Row row) {
        LiveProcess seen = LiveRows.live(row);
        FormerStanding former = Json.read(json(row, "old_standing"), FormerStanding.class);
        return new Migrated(
                row.getUUID("state_migration_id"),
                new Move(
                        seen,
                        new WorkflowVersion(row.getString("source_workflow"), row.getInteger("source_version")),
                        State.of((ObjectNode) Json.parse(json(row, "old_state"))),
                        former.standing()));
    }

    private static String json(Row row, String column) {
        JsonObject stored = row.getJsonObject(column);
        return stored.encode();
    }

    private static RowSet<Row> execute(Pool pool, String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).await().indefinitely();
    }
}
