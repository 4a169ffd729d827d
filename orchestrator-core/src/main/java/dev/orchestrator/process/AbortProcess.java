package dev.orchestrator.process;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.Intervention.Change;
import dev.orchestrator.state.Json;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Ends a process for good, and deletes tasks. A worker that runs it meanwhile can record nothing more. */
@Singleton
public class AbortProcess {
    private final Permissions permissions;
    private final ProcessRepository processes;
    private final Clock clock;

    public AbortProcess(WorkflowRegistry workflows, ProcessRepository processes, Clock clock) {
        this.permissions = new Permissions(workflows);
        this.processes = processes;
        this.clock = clock;
    }

    /** Aborts; one that was aborted before stays as it is. */
    public void abort(UUID processId, Operator operator) {
        Process process = processes.get(processId).process();
        permissions.requireAct(process, operator);
        if (process.status() != ProcessStatus.ABORTED) {
            processes.intervene(plan(process, operator, clock.instant()));
        }
    }

    /** What an abort writes; refuses where it is not allowed. */
    public static Intervention plan(Process process, Operator operator, Instant now) {
        ProcessStep row = ProcessStep.at(now, operator.name(), "aborted", "User Aborted", StepStatus.ABORT);
        return Intervention.on(process, ProcessAction.ABORT, operator, Change.rows(List.of(row), Json.object()));
    }

    /** Deletes a task with its record. */
    public void deleteTask(UUID processId, Operator operator) {
        Process process = processes.get(processId).process();
        permissions.requireAct(process, operator);
        if (!process.isTask()) {
            throw new OrchestratorException(
                    ErrorCode.NOT_A_TASK,
                    "Only tasks can be deleted; a process that changed a subscription is kept as its history");
        }
        processes.delete(processId, operator.name());
    }
}
