package dev.orchestrator.api.rest.workflow;

import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.workflow.Target;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A workflow of the catalogue.
 *
 * @param steps what it does, in order; null where only the workflow itself is asked for
 */
@Schema(name = "WorkflowSchema")
public record WorkflowView(
        String name,
        Target target,
        boolean isTask,
        String description,
        UnixTime createdAt,
        UUID workflowId,
        List<StepView> steps) {

    /** The name of a step. */
    @Schema(name = "StepSchema")
    public record StepView(String name) {}

    WorkflowView withSteps(List<String> names) {
        return new WorkflowView(
                name,
                target,
                isTask,
                description,
                createdAt,
                workflowId,
                names.stream().map(StepView::new).toList());
    }
}
