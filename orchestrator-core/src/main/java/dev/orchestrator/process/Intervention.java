package dev.orchestrator.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An operator's action on a process as it is written: all of it or, when the process has moved on since it was read, nothing.
 *
 * @param seen the process as it was when the action was worked out
 */
public record Intervention(UUID actionId, ProcessAction action, Process seen, Operator operator, Change change) {
    /**
     * What is written besides status and action.
     *
     * @param rows what is added to the record
     * @param superseded the rows that do not count any more
     * @param input what a person sent, kept for the record; null for none
     * @param priority null to leave it
     * @param dueAt null to leave it
     * @param abandoned the runs of for-each steps whose children nobody waits for any more, as {@link Parent} names them
     * @param detail what the action was about, for whoever reads of it later
     */
    public record Change(
            List<ProcessStep> rows,
            List<UUID> superseded,
            JsonNode input,
            Integer priority,
            Instant dueAt,
            List<String> abandoned,
            ObjectNode detail) {
        public Change {
            rows = List.copyOf(rows);
            superseded = List.copyOf(superseded);
            abandoned = List.copyOf(abandoned);
        }

        public static Change rows(List<ProcessStep> rows, ObjectNode detail) {
            return new Change(rows, List.of(), null, null, null, List.of(), detail);
        }

        public static Change answer(List<ProcessStep> rows, JsonNode input) {
            return new Change(rows, List.of(), input, null, null, List.of(), Json.object());
        }

        public static Change goingBack(
                ProcessStep marker, List<UUID> superseded, List<String> abandoned, ObjectNode detail) {
            return new Change(List.of(marker), superseded, null, null, null, abandoned, detail);
        }

        public static Change priority(int priority) {
            return new Change(
                    List.of(),
                    List.of(),
                    null,
                    priority,
                    null,
                    List.of(),
                    Json.object().put("priority", priority));
        }

        public static Change dueAt(Instant dueAt, List<ProcessStep> rows) {
            return new Change(
                    rows, List.of(), null, null, dueAt, List.of(), Json.object().put("due_at", dueAt.toString()));
        }
    }

    /** Refuses an action that the status of the process does not allow. */
    public static Intervention on(Process seen, ProcessAction action, Operator operator, Change change) {
        action.requireAllowed(seen);
        return new Intervention(RowIds.next(), action, seen, operator, change);
    }

    /** The step that the process then shows as its last; empty where that does not change. */
    public Optional<String> lastStep() {
        return action.next().isEmpty() || change.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(change.rows().getLast().name());
    }
}
