package dev.orchestrator.process.postgres;

import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.UUID;

/**
 * The lock that a transaction holds while it decides whether a process waits, or brings what the process waits for.
 *
 * <p>Taken before any row of the process is touched, of a parent before its children, else two transactions could wait for one
 * another. Steps that just go on need none: their epoch guards them.
 */
final class ProcessLocks {
    /** An advisory lock and no row's: checkpoints of the process' branches, which lock its rows, must not queue up behind it. */
    private static final String TAKE = """
            SELECT pg_advisory_xact_lock(hashtextextended(pid::text, 0))
            FROM (SELECT pid FROM unnest($1::uuid[]) AS wanted (pid) ORDER BY pid) AS in_order
            """;

    private ProcessLocks() {}

    static void take(SqlClient transaction, Collection<UUID> processes) {
        transaction
                .preparedQuery(TAKE)
                .execute(Tuple.tuple().addArrayOfUUID(processes.toArray(UUID[]::new)))
                .await()
                .indefinitely();
    }
}
