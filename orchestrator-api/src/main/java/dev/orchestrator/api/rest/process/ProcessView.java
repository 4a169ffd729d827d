package dev.orchestrator.api.rest.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.api.process.ProcessType;
import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.api.rest.subscription.SubscriptionView;
import dev.orchestrator.process.Process;
import dev.orchestrator.process.ProcessAction;
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
                around.waits(process.workflow(), process.lastStatus()),
                allowedActions(process.lastStatus()));
    }

    static ProcessView detailed(
            Process process, Surroundings around, ObjectNode currentState, List<StepView> steps, ObjectNode form) {
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
                currentState,
                steps,
                form,
                process.note(),
                process.workflowVersion(),
                around.waits(process.workflow(), process.status()),
                allowedActions(process.status()));
    }

    private static List<String> allowedActions(ProcessStatus status) {
        return ProcessAction.allowedAt(status).stream()
                .map(ProcessAction::wireName)
                .toList();
    }
}
