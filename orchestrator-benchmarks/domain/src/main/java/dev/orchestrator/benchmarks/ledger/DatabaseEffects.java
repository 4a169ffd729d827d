package dev.orchestrator.benchmarks.ledger;

import dev.orchestrator.workflow.StepContext;
import io.vertx.mutiny.sqlclient.Tuple;

/** Effects in the database, in a table without any constraint that would hide a doubled one. */
final class DatabaseEffects {
    private static final String INSERT = "INSERT INTO effects (pid, step) VALUES ($1, $2)";

    private DatabaseEffects() {}

    /** One row, committed with the step's record or not at all. */
    static void leave(StepContext context, String step) {
        context.withCheckpoint(client -> client.preparedQuery(INSERT)
                .execute(Tuple.of(context.processId(), step))
                .await()
                .indefinitely());
    }
}
