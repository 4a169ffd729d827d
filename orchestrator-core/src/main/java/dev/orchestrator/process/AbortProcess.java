package dev.orchestrator.process;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.state.State;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Ends a process for good, and deletes tasks. A worker that runs it meanwhile can record nothing more. */
@Singleton
public class AbortProcess {
    private final ProcessRepository processes;
    private final Clock clock;

    public AbortProcess(ProcessRepository processes, Clock clock) {
        this.processes = processes;
        this.clock = clock;
    }

    /** Aborts; one that was aborted before stays as it is. */
    public void abort(UUID processId, String actor) {
        ProcessStatus status = processes.get(processId).process().status();
        if (status == ProcessStatus.COMPLETED) {
            throw new OrchestratorException(
                    ErrorCode.ACTION_NOT_ALLOWED,
                    "A process that is completed can't be aborted: nothing of it is left to run");
        }
        Instant now = clock.instant();
        ProcessStep row = new ProcessStep(
                UUID.randomUUID(), "aborted", "User Aborted", StepStatus.ABORT, State.empty(), actor, now, now, 1);
        processes.abort(processId, row, actor);
    }

    /** Deletes a task with its record. */
    public void deleteTask(UUID processId, String actor) {
        if (!processes.get(processId).process().isTask()) {
            throw new OrchestratorException(
                    ErrorCode.NOT_A_TASK,
                    "Only tasks can be deleted; a process that changed a subscription is kept as its history");
        }
        processes.delete(processId, actor);
    }
}
