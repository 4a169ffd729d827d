package dev.orchestrator.api.rest.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.api.process.ProcessType;
import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.api.rest.subscription.SubscriptionView;
import dev.orchestrator.process.Process;
import dev.orchestrator.process.ProcessAction;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.Target;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A process; product and customer are those of its first subscription.
 *
 * @param currentState null in lists, as are steps and form
 * @param form what a suspended process asks, as JSON schema; else null
 * @param waitsForVersion whether no running worker has the version that the process is on: what is sent to it is kept, and it
 *     goes on when one comes that has
 * @param parentProcessId the process whose step has started this one; null where none has
 * @param children what steps of this process have started, the first 1,000 of them; null in lists
 * @param allowedActions what operators can do to the process as it stands
 */
@Schema(name = "ProcessSchema")
@RegisterForReflection
public record ProcessView(
        UUID processId,
        UUID workflowId,
        String workflowName,
        boolean isTask,
        String createdBy,
        String failedReason,
        UnixTime startedAt,
        ProcessStatus lastStatus,
        String lastStep,
        Assignee assignee,
        UnixTime lastModifiedAt,
        String traceback,
        UUID productId,
        String customerId,
        Target workflowTarget,
        List<SubscriptionView> subscriptions,
        @Schema(type = SchemaType.OBJECT, nullable = true) ObjectNode currentState,
        List<StepView> steps,
        @Schema(type = SchemaType.OBJECT, nullable = true) ObjectNode form,
        String note,
        int workflowVersion,
        boolean waitsForVersion,
        UUID parentProcessId,
        List<ChildView> children,
        List<String> allowedActions) {

    /** As a list shows it. */
    static ProcessView listed(ProcessType process, Surroundings around) {
        return new ProcessView(
                process.processId(),
                process.workflowId(),
                process.workflowName(),
                process.task(),
                process.createdBy(),
                process.failedReason(),
                UnixTime.of(process.startedAt().toInstant()),
                process.lastStatus(),
                process.lastStep(),
                process.assignee(),
                UnixTime.of(process.lastModifiedAt().toInstant()),
                around.traceback(),
                process.productId(),
                process.customerId(),
                process.workflowTarget(),
                around.subscriptions(),
                null,
                null,
                null,
                process.note(),
                process.workflowVersion(),
                process.process().waitsForVersion(around.running()),
                process.parentProcessId(),
                null,
                allowedActions(process.lastStatus()));
    }

    static ProcessView detailed(
            ProcessRecord record,
            Surroundings around,
            List<ChildView> children,
            List<StepView> steps,
            ObjectNode form) {
        Process process = record.process();
        SubscriptionView first = around.firstSubscription();
        return new ProcessView(
                process.processId(),
                process.workflowId(),
                process.workflowName(),
                process.isTask(),
                process.createdBy(),
                process.failedReason(),
                UnixTime.of(process.startedAt()),
                process.status(),
                process.lastStep(),
                process.assignee(),
                UnixTime.of(process.lastModifiedAt()),
                around.traceback(),
                first == null ? null : first.productId(),
                first == null ? null : first.customerId(),
                process.target(),
                around.subscriptions(),
                record.shownState().toJson(),
                steps,
                form,
                process.note(),
                process.workflowVersion(),
                process.waitsForVersion(around.running()),
                process.parent() == null ? null : process.parent().processId(),
                children,
                allowedActions(process.status()));
    }

    private static List<String> allowedActions(ProcessStatus status) {
        return ProcessAction.allowedAt(status).stream()
                .map(ProcessAction::wireName)
                .toList();
    }
}
