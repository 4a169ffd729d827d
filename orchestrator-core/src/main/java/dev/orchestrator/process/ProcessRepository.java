package dev.orchestrator.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.state.State;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The record of processes, and the changes that people make to it. Each method is one transaction. */
public interface ProcessRepository {
    Optional<ProcessRecord> find(UUID processId);

    /** The process, or a refusal that says it is unknown. */
    default ProcessRecord get(UUID processId) {
        return find(processId)
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.UNKNOWN_PROCESS, "Process " + processId + " does not exist"));
    }

    /**
     * Puts a process that waits for a person or a retry back into the queue, provided that it still stands at the given status.
     *
     * @param answered the rows that the resumption adds, empty for a retry
     * @param input what the person sent, kept for the record
     * @return false when the process has moved on meanwhile
     */
    boolean resume(UUID processId, ProcessStatus from, List<ProcessStep> answered, JsonNode input, String actor);

    /**
     * Puts a process that waits for another system back into the queue, with its report, provided that it still waits.
     *
     * @return false when the process has moved on meanwhile
     */
    boolean receive(UUID processId, ProcessStep reported);

    /** Keeps what the other system says while it works, in the row of the step that waits. False when it no longer waits. */
    boolean progress(UUID processId, UUID stepId, State progress);

    /** Ends a process for good; a running worker loses its claim. False when the process had ended meanwhile. */
    boolean abort(UUID processId, ProcessStep row, String actor);

    /** Deletes a task and its record. */
    void delete(UUID processId, String actor);

    /** Records, in the caller's transaction, that a process works on a subscription. */
    void link(SqlClient transaction, Process process, UUID subscriptionId);

    /** Changes the note; false when there is no such process. */
    boolean note(UUID processId, String note);

    /** Puts all processes that wait or failed in one of the statuses back into the queue. Returns them. */
    List<UUID> resumeAll(Set<ProcessStatus> from, boolean isTask, String actor);

    /** How many processes of a workflow have not ended. */
    int unfinished(String workflowName);

    /** Counts by status: of tasks if asked, else of the others. Statuses without a process are absent. */
    Map<ProcessStatus, Integer> counts(boolean isTask);

    EngineStatus engineStatus();

    EngineStatus setLock(boolean locked);
}
