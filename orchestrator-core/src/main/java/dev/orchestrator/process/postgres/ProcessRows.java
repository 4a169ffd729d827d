package dev.orchestrator.process.postgres;

import dev.orchestrator.process.Parent;
import dev.orchestrator.process.Process;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Target;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a process and the rows of its steps in one go. */
public final class ProcessRows {
    /**
     * One row a process, each column of the steps that count as an array in their order, which costs half of what JSON would; counts
     * on process_steps_process_ix. A checkpoint leaves the process' own row alone while it runs, so its newest step is then the last
     * of the record.
     */
    public static final String SELECT_RECORDS = """
            SELECT p.*, w.name AS workflow_name, w.target, steps.*
            FROM processes p JOIN workflows w USING (workflow_id), LATERAL (
                SELECT array_agg(s.stepid) AS step_ids, array_agg(s.step_key) AS step_keys, array_agg(s.name) AS step_names,
                       array_agg(s.status) AS step_statuses, array_agg(s.state::text) AS step_changes,
                       array_agg(s.created_by) AS step_authors, array_agg(s.started_at) AS step_starts,
                       array_agg(s.completed_at) AS step_ends, array_agg(s.attempt) AS step_attempts,
                       array_agg(to_json(s.passed_steps)::text) AS steps_passed
                FROM (
                    SELECT * FROM process_steps WHERE pid = p.pid AND superseded_by IS NULL ORDER BY sequence) AS s) AS steps
            """;

    private static final String FIND = SELECT_RECORDS + " WHERE p.pid = $1";

    /** Reads an archived process as if its rows were still in their tables. */
    private static final String FIND_ARCHIVED = """
            WITH processes AS (
                SELECT p.* FROM archived_processes a, jsonb_populate_record(NULL::processes, a.record -> 'process') p
                WHERE a.pid = $1),
            process_steps AS (
                SELECT s.* FROM archived_processes a, jsonb_populate_recordset(NULL::process_steps, a.record -> 'steps') s
                WHERE a.pid = $1)
            """ + FIND;

    private ProcessRows() {}

    static Optional<ProcessRecord> find(SqlClient client, UUID processId) {
        return find(client, FIND, processId);
    }

    static Optional<ProcessRecord> findArchived(SqlClient client, UUID processId) {
        return find(client, FIND_ARCHIVED, processId);
    }

    private static Optional<ProcessRecord> find(SqlClient client, String statement, UUID processId) {
        RowSet<Row> rows = client.preparedQuery(statement)
                .execute(Tuple.of(processId))
                .await()
                .indefinitely();
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(record(rows.iterator().next()));
    }

    public static ProcessRecord record(Row row) {
        List<ProcessStep> steps = steps(row);
        return new ProcessRecord(process(row, lastStep(row, steps)), steps);
    }

    private static String lastStep(Row row, List<ProcessStep> steps) {
        boolean runs = ProcessStatus.RUNNING.wireName().equals(row.getString("last_status"));
        return runs && !steps.isEmpty() ? steps.getLast().name() : row.getString("last_step");
    }

    /** A process alone, of the columns of its row with those of its workflow, named as in {@link #SELECT_RECORDS}. */
    public static Process process(Row row) {
        return process(row, row.getString("last_step"));
    }

    private static Process process(Row row, String lastStep) {
        return new Process(
                row.getUUID("pid"),
                row.getUUID("workflow_id"),
                row.getString("workflow_name"),
                row.getInteger("workflow_version"),
                Target.valueOf(row.getString("target")),
                row.getBoolean("is_task"),
                Assignee.valueOf(row.getString("assignee")),
                ProcessStatus.ofWireName(row.getString("last_status")),
                lastStep,
                row.getString("created_by"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getOffsetDateTime("last_modified_at").toInstant(),
                row.getString("failed_reason"),
                row.getString("traceback"),
                row.getString("note"),
                parent(row));
    }

    static Parent parent(Row row) {
        UUID parentId = row.getUUID("parent_pid");
        return parentId == null
                ? null
                : new Parent(parentId, row.getString("parent_step"), row.getInteger("parent_item"));
    }

    private static List<ProcessStep> steps(Row row) {
        UUID[] ids = row.getArrayOfUUIDs("step_ids");
        if (ids == null) {
            return List.of();
        }
        String[] keys = row.getArrayOfStrings("step_keys");
        String[] names = row.getArrayOfStrings("step_names");
        String[] statuses = row.getArrayOfStrings("step_statuses");
        String[] changes = row.getArrayOfStrings("step_changes");
        String[] authors = row.getArrayOfStrings("step_authors");
        OffsetDateTime[] starts = row.getArrayOfOffsetDateTimes("step_starts");
        OffsetDateTime[] ends = row.getArrayOfOffsetDateTimes("step_ends");
        Integer[] attempts = row.getArrayOfIntegers("step_attempts");
        String[] passed = row.getArrayOfStrings("steps_passed");
        List<ProcessStep> steps = new ArrayList<>(ids.length);
        for (int n = 0; n < ids.length; n++) {
            steps.add(new ProcessStep(
                    ids[n],
                    keys[n],
                    names[n],
                    StepStatus.ofWireName(statuses[n]),
                    State.parse(changes[n]),
                    authors[n],
                    starts[n] == null ? null : starts[n].toInstant(),
                    ends[n].toInstant(),
                    attempts[n],
                    passed[n] == null ? null : List.of(Json.read(passed[n], String[].class))));
        }
        return steps;
    }
}
