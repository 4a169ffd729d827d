package dev.orchestrator.api.process;

import dev.orchestrator.api.listing.Batch;
import dev.orchestrator.process.Process;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Target;
import dev.orchestrator.workflow.WorkflowVersion;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Type;

/** A process as it is listed; product and customer are those of the first subscription that it is about. */
@Type("ProcessType")
@DefaultNonNull
public record ProcessType(
        UUID processId,
        UUID workflowId,
        String workflowName,
        @Name("isTask") boolean task,
        @Nullable String createdBy,
        @Nullable String failedReason,
        OffsetDateTime startedAt,
        ProcessStatus lastStatus,
        @Nullable String lastStep,
        Assignee assignee,
        OffsetDateTime lastModifiedAt,
        @Nullable UUID productId,
        @Nullable String customerId,
        @Nullable Target workflowTarget,
        @Nullable String note,

        @Description("The version of the workflow that the process runs on")
        int workflowVersion,

        @Nullable @Description("The process whose step has started this one")
        UUID parentProcessId,

        @Ignore Process process,

        @Ignore Batch batch) {

    /**
     * A process in a list.
     *
     * @param productId null, as the customer, where the process is about no subscription
     * @param batch the page that it is on
     */
    public static ProcessType of(Process process, UUID productId, String customerId, Batch batch) {
        return new ProcessType(
                process.processId(),
                process.workflowId(),
                process.workflowName(),
                process.isTask(),
                process.createdBy(),
                process.failedReason(),
                process.startedAt().atOffset(ZoneOffset.UTC),
                process.status(),
                process.lastStep(),
                process.assignee(),
                process.lastModifiedAt().atOffset(ZoneOffset.UTC),
                productId,
                customerId,
                process.target(),
                process.note(),
                process.workflowVersion(),
                process.parent() == null ? null : process.parent().processId(),
                process,
                batch);
    }

    /** The version of the workflow whose steps the process takes. */
    public WorkflowVersion workflow() {
        return process.workflow();
    }

    /** The same as the engine knows it, with the steps of its record. */
    ProcessRecord withSteps(List<ProcessStep> steps) {
        return new ProcessRecord(process, steps);
    }
}
