package dev.orchestrator.evolution;

import dev.orchestrator.workflow.WorkflowVersion;

/**
 * Whether a patch may go on to its next stage.
 *
 * @param isDeprecated whether it is in its second stage, so that removing it is next
 * @param processes how many live processes still need it as it is
 */
public record PatchAdvice(WorkflowVersion workflow, String patch, boolean isDeprecated, int processes) {
    public boolean isReady() {
        return processes == 0;
    }

    @Override
    public String toString() {
        String next = isDeprecated ? "removed: leave only its new steps" : "deprecated: make it deprecatePatch";
        return isReady()
                ? "Patch '" + patch + "' in " + workflow + " can be " + next
                : "Patch '" + patch + "' in " + workflow + " has to stay as it is for " + processes
                        + (processes == 1 ? " process" : " processes");
    }
}
