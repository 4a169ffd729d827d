package dev.orchestrator.process;

import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Target;
import dev.orchestrator.workflow.WorkflowVersion;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One run of a workflow, as its row tells it. Fields are null where the row has nothing.
 *
 * @param parent null unless a step of another process has started it
 */
@SuppressWarnings("JavaLangClash") // the domain's word; no class here has to do with the operating system's processes
public record Process(
        UUID processId,
        UUID workflowId,
        String workflowName,
        int workflowVersion,
        Target target,
        boolean isTask,
        Assignee assignee,
        ProcessStatus status,
        String lastStep,
        String createdBy,
        Instant startedAt,
        Instant lastModifiedAt,
        String failedReason,
        String traceback,
        String note,
        Parent parent) {

    /** The version of the workflow whose steps this process takes. */
    public WorkflowVersion workflow() {
        return new WorkflowVersion(workflowName, workflowVersion);
    }

    /**
     * Whether it can't go on until a worker comes that has its version: what is sent to it meanwhile is kept.
     *
     * @param registered what the workers that live have between them
     */
    public boolean waitsForVersion(Set<WorkflowVersion> registered) {
        return !status.isFinal() && !registered.contains(workflow());
    }
}
