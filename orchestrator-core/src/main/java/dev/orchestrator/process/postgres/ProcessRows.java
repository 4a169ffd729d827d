package dev.orchestrator.process.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a process and the rows of its steps in one go. */
public final class ProcessRows {
    /**
     * One row a process, the steps that count as a JSON list in their order; counts on process_steps_process_ix. A checkpoint leaves the
     * process' own row alone while it runs, so its newest step is then the last of the record.
     */
    public static final String SELECT_RECORDS = """
            SELECT p.*, w.name AS workflow_name, w.target,
                   CASE WHEN p.last_status = 'running' THEN (
                       SELECT s.name FROM process_steps s WHERE s.pid = p.pid AND s.superseded_by IS NULL ORDER BY s.sequence DESC LIMIT 1)
                       ELSE p.last_step END AS newest_step,
                   (SELECT coalesce(json_agg(json_build_object(
                               'id', s.stepid, 'key', s.step_key, 'name', s.name, 'status', s.status, 'state', s.state,
                               'by', s.created_by, 'started', s.started_at, 'completed', s.completed_at, 'attempt', s.attempt,
                               'passed', s.passed_steps)
                               ORDER BY s.sequence), '[]')::text
                    FROM process_steps s WHERE s.pid = p.pid AND s.superseded_by IS NULL) AS steps
            FROM processes p JOIN workflows w USING (workflow_id)
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
        List<ProcessStep> steps = new ArrayList<>();
        Json.parse(row.getString("steps")).forEach(step -> steps.add(step(step)));
        return new ProcessRecord(process(row), steps);
    }

    private static Process process(Row row) {
        return new Process(
                row.getUUID("pid"),
                row.getUUID("workflow_id"),
                row.getString("workflow_name"),
                row.getInteger("workflow_version"),
                Target.valueOf(row.getString("target")),
                row.getBoolean("is_task"),
                Assignee.valueOf(row.getString("assignee")),
                ProcessStatus.ofWireName(row.getString("last_status")),
                row.getString("newest_step"),
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

    private static ProcessStep step(JsonNode step) {
        return new ProcessStep(
                UUID.fromString(step.get("id").asText()),
                step.get("key").asText(),
                step.get("name").asText(),
                StepStatus.ofWireName(step.get("status").asText()),
                State.of((ObjectNode) step.get("state")),
                text(step.get("by")),
                instant(step.get("started")),
                instant(step.get("completed")),
                step.get("attempt").asInt(),
                texts(step.get("passed")));
    }

    private static List<String> texts(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String text(JsonNode node) {
        return node.isNull() ? null : node.asText();
    }

    private static Instant instant(JsonNode node) {
        return node.isNull() ? null : OffsetDateTime.parse(node.asText()).toInstant();
    }
}
