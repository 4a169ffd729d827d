package dev.orchestrator.process;

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
    /** The process, from the archive if it has gone there. */
    Optional<ProcessRecord> find(UUID processId);

    /** The process, or a refusal that says it is unknown. */
    default ProcessRecord get(UUID processId) {
        return find(processId)
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.UNKNOWN_PROCESS, "Process " + processId + " does not exist"));
    }

    /**
     * Writes what an operator does to a process.
     *
     * @throws ActionNotAllowed when the process has moved on since it was read, or a worker has just taken it; nothing is written
     */
    void intervene(Intervention intervention);

    /**
     * Puts on record what a step has waited for, a person's answer or another system's report, and lets the process go on if it
     * stands still.
     *
     * @return false when the step has moved on meanwhile, or the process has ended
     */
    boolean receive(UUID processId, Arrival arrival);

    /** Keeps what the other system says while it works, in the row of the step that waits. False when it no longer waits. */
    boolean progress(UUID processId, UUID stepId, State progress);

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
