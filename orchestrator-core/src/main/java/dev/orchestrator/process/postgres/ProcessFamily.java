package dev.orchestrator.process.postgres;

import dev.orchestrator.process.Operator;
import dev.orchestrator.process.Parent;
import dev.orchestrator.process.ProcessAction;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A process with the step that started it and the processes that its own steps have started, locked until the transaction ends.
 *
 * @param descendants those that have not ended
 */
record ProcessFamily(Optional<Parent> parent, List<UUID> descendants) {
    private static final String PARENT = "SELECT parent_pid, parent_step, parent_item FROM processes WHERE pid = $1";

    /** Under the lock of the parents, so that none starts a child behind our back. Counts on processes_children_ux. */
    private static final String UNENDED_CHILDREN = """
            SELECT pid FROM processes WHERE parent_pid = ANY ($1) AND last_status NOT IN ('completed', 'aborted')
            """;

    private static final String OF_STEPS = UNENDED_CHILDREN + " AND parent_step = ANY ($2)";

    /** Without its row in the queue a worker that runs a process has lost its claim. Queue before process, as everybody locks them. */
    private static final String ABORT_DESCENDANTS = """
            WITH queued AS (
                SELECT pid FROM process_queue WHERE pid = ANY ($1) ORDER BY pid FOR UPDATE),
            gone AS (
                DELETE FROM process_queue WHERE pid IN (SELECT pid FROM queued)),
            aborted AS (
                UPDATE processes
                SET last_status = 'aborted', last_step = 'User Aborted', last_modified_at = now(), assignee = 'SYSTEM'
                WHERE pid = ANY ($1) AND last_status NOT IN ('completed', 'aborted') AND (SELECT count(*) FROM queued) >= 0
                RETURNING pid),
            recorded AS (
                INSERT INTO process_steps (stepid, pid, step_key, name, status, state, created_by, started_at, completed_at)
                SELECT gen_random_uuid(), pid, 'aborted', 'User Aborted', 'abort', '{}', $2, now(), now() FROM aborted)
            INSERT INTO process_actions (pid, action, actor, reason, acted_at, detail)
            SELECT pid, 'abort', $2, $3, now(), jsonb_build_object('cause', $4::text) FROM aborted
            """;

    /** A process and all below it. */
    static ProcessFamily lock(SqlClient transaction, UUID processId) {
        Optional<Parent> parent = parentOf(transaction, processId);
        parent.ifPresent(step -> ProcessLocks.take(transaction, List.of(step.processId())));
        List<UUID> self = List.of(processId);
        ProcessLocks.take(transaction, self);
        return new ProcessFamily(parent, lockFrom(transaction, childrenOf(transaction, self)));
    }

    /** What these runs of the process' steps have started, and all below that; nobody waits for the process itself. */
    static ProcessFamily lockChildren(SqlClient transaction, UUID processId, List<String> stepRuns) {
        ProcessLocks.take(transaction, List.of(processId));
        List<UUID> children = pids(execute(
                transaction, OF_STEPS, ids(List.of(processId)).addArrayOfString(stepRuns.toArray(String[]::new))));
        return new ProcessFamily(Optional.empty(), lockFrom(transaction, children));
    }

    /** Level by level, parents first. */
    private static List<UUID> lockFrom(SqlClient transaction, List<UUID> first) {
        List<UUID> locked = new ArrayList<>();
        for (List<UUID> level = first; !level.isEmpty(); level = childrenOf(transaction, level)) {
            ProcessLocks.take(transaction, level);
            locked.addAll(level);
        }
        return locked;
    }

    /** The descendants end, for what was done to the process, and whoever waits for it is told. */
    void end(SqlClient transaction, ProcessAction action, Operator operator) {
        if (!descendants.isEmpty()) {
            execute(
                    transaction,
                    ABORT_DESCENDANTS,
                    ids(descendants)
                            .addString(operator.name())
                            .addString(operator.reason())
                            .addString(cause(action)));
        }
        PostgresChildRepository.wakeParents(transaction, parent.stream().toList());
    }

    private static String cause(ProcessAction action) {
        return action == ProcessAction.GO_BACK
                ? "the process that started it has gone back"
                : "the process that started it was aborted";
    }

    private static Optional<Parent> parentOf(SqlClient transaction, UUID processId) {
        RowSet<Row> rows = execute(transaction, PARENT, Tuple.of(processId));
        return rows.size() == 0
                ? Optional.empty()
                : Optional.ofNullable(ProcessRows.parent(rows.iterator().next()));
    }

    private static List<UUID> childrenOf(SqlClient transaction, List<UUID> parents) {
        return pids(execute(transaction, UNENDED_CHILDREN, ids(parents)));
    }

    private static List<UUID> pids(RowSet<Row> rows) {
        List<UUID> pids = new ArrayList<>();
        rows.forEach(row -> pids.add(row.getUUID("pid")));
        return pids;
    }

    private static Tuple ids(List<UUID> ids) {
        return Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new));
    }

    private static RowSet<Row> execute(SqlClient client, String statement, Tuple parameters) {
        return client.preparedQuery(statement).execute(parameters).await().indefinitely();
    }
}
