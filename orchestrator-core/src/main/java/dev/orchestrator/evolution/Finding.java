package dev.orchestrator.evolution;

import dev.orchestrator.workflow.WorkflowVersion;
import java.util.UUID;

/**
 * What becomes of some live processes that stand at the same step.
 *
 * @param step where they stand, or would go on
 * @param reason in one line, for a person to read; empty where there is nothing to say
 * @param example one of the processes
 */
public record Finding(WorkflowVersion workflow, String step, Fate fate, String reason, int processes, UUID example) {
    Finding and(Finding same) {
        return new Finding(workflow, step, fate, reason, processes + same.processes, example);
    }

    /** What has to be equal for two findings to be one. */
    Object kind() {
        return new Finding(workflow, step, fate, reason, 0, null);
    }
}
