package dev.orchestrator.api.rest.workflow;

import dev.orchestrator.workflow.Target;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The workflows in the database; deleted ones are left out. */
public interface Workflows {
    /** All, or those of one target, by name. */
    Uni<List<WorkflowView>> all(Optional<Target> target);

    /** Fails with UNKNOWN_WORKFLOW. */
    Uni<WorkflowView> byId(UUID workflowId);

    /** Fails with UNKNOWN_WORKFLOW; null takes the description away. */
    Uni<WorkflowView> describe(UUID workflowId, String description);
}
