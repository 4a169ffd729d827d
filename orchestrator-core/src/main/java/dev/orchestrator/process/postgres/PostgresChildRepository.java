package dev.orchestrator.process.postgres;

import dev.orchestrator.process.Child;
import dev.orchestrator.process.ChildRepository;
import dev.orchestrator.process.Parent;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Children by the columns of their processes that name the parent. */
@Singleton
public class PostgresChildRepository implements ChildRepository {
    /** Counts on processes_children_ux. */
    private static final String COUNT = """
            SELECT count(*)::int AS all_children,
                   (count(*) FILTER (WHERE last_status <> ALL ($3::text[])))::int AS at_work,
                   (count(*) FILTER (WHERE last_status = ANY ($4::text[])))::int AS failed
            FROM processes WHERE parent_pid = $1 AND parent_step = $2
            """;

    private static final String CHILDREN =
            ProcessRows.SELECT_RECORDS + " WHERE p.parent_pid = $1 AND p.parent_step = $2 ORDER BY p.parent_item";

    private static final String RETRY_FAILED = """
            WITH resumed AS (
                UPDATE processes
                SET last_status = 'resumed', last_modified_at = now(), failed_reason = NULL, traceback = NULL, assignee = 'SYSTEM'
                WHERE parent_pid = $1 AND parent_step = $2 AND last_status = ANY ($3::text[])
                RETURNING pid, workflow_id, workflow_version, priority, concurrency_key),
            noted AS (
                INSERT INTO process_actions (pid, action, actor, acted_at, detail)
                SELECT pid, 'resume', 'SYSTEM', now(), '{"cause": "the step of the parent was retried"}' FROM resumed),
            """ + QueuePlaces.OF_RESUMED + """
            SELECT pid FROM resumed
            """;

    /**
     * Asked under the lock of the parent, in a statement of its own that sees what the children before have committed: the last
     * one to come to rest finds no other at work. A parent that runs, in another branch, looks by itself before it lets go.
     * Counts on processes_children_at_work_ix.
     */
    private static final String WAKE_PARENTS = """
            INSERT INTO process_queue (pid, due_at, workflow, workflow_version, priority, concurrency_key)
            SELECT p.pid, now(), w.name, p.workflow_version, p.priority, p.concurrency_key
            FROM processes p JOIN workflows w USING (workflow_id)
            WHERE p.last_status IN ('waiting', 'suspended', 'awaiting_callback')
              AND p.pid IN (
                  SELECT s.pid FROM unnest($1::uuid[], $2::text[]) AS s (pid, step)
                  WHERE NOT EXISTS (
                      SELECT FROM processes c
                      WHERE c.parent_pid = s.pid AND c.parent_step = s.step
                        AND c.last_status NOT IN ('completed', 'aborted', 'failed', 'api_unavailable', 'inconsistent_data')))
            ORDER BY p.pid
            ON CONFLICT (pid) DO UPDATE SET due_at = now()
            """;

    private static final String[] FAILED = names(ProcessStatus::isFailure);
    private static final String[] AT_REST = names(ProcessStatus::isAtRest);

    @Override
    public Count count(SqlClient transaction, UUID parentId, String stepRun) {
        Row row = execute(
                        transaction,
                        COUNT,
                        ofStep(parentId, stepRun).addArrayOfString(AT_REST).addArrayOfString(FAILED))
                .iterator()
                .next();
        return new Count(row.getInteger("all_children"), row.getInteger("at_work"), row.getInteger("failed"));
    }

    @Override
    public List<Child> children(SqlClient transaction, UUID parentId, String stepRun) {
        return StreamSupport.stream(
                        execute(transaction, CHILDREN, ofStep(parentId, stepRun))
                                .spliterator(),
                        false)
                .map(ProcessRows::record)
                .map(PostgresChildRepository::child)
                .toList();
    }

    private static Child child(ProcessRecord record) {
        return new Child(record.process().processId(), record.process().status(), record.state());
    }

    @Override
    public int retryFailed(SqlClient transaction, UUID parentId, String stepRun) {
        return execute(transaction, RETRY_FAILED, ofStep(parentId, stepRun).addArrayOfString(FAILED))
                .size();
    }

    /** Wakes those parents whose children of the step have all come to rest. */
    static void wakeParents(SqlClient transaction, Collection<Parent> parents) {
        List<Parent> known = parents.stream().filter(Objects::nonNull).toList();
        if (!known.isEmpty()) {
            execute(
                    transaction,
                    WAKE_PARENTS,
                    Tuple.tuple()
                            .addArrayOfUUID(
                                    known.stream().map(Parent::processId).toArray(UUID[]::new))
                            .addArrayOfString(
                                    known.stream().map(Parent::stepRun).toArray(String[]::new)));
        }
    }

    private static Tuple ofStep(UUID parentId, String stepRun) {
        return Tuple.tuple().addUUID(parentId).addString(stepRun);
    }

    private static String[] names(Predicate<ProcessStatus> wanted) {
        return Arrays.stream(ProcessStatus.values())
                .filter(wanted)
                .map(ProcessStatus::wireName)
                .toArray(String[]::new);
    }

    private static RowSet<Row> execute(SqlClient client, String statement, Tuple parameters) {
        return client.preparedQuery(statement).execute(parameters).await().indefinitely();
    }
}
