package dev.orchestrator.api.rest.process;

import dev.orchestrator.api.process.ProcessType;
import dev.orchestrator.process.ProcessStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A process that a step of another one has started.
 *
 * @param item for which of the step's items, counted from 0
 */
@Schema(name = "ChildProcessSchema")
@RegisterForReflection
record ChildView(UUID processId, String workflowName, ProcessStatus lastStatus, String failedReason, int item) {
    static ChildView of(ProcessType process) {
        return new ChildView(
                process.processId(),
                process.workflowName(),
                process.lastStatus(),
                process.failedReason(),
                process.process().parent().item());
    }
}
