package dev.orchestrator.workflow;

/** One version of a workflow: what a process is started on and stays with, and what workers claim by. */
public record WorkflowVersion(String name, int number) {
    @Override
    public String toString() {
        return "version " + number + " of workflow '" + name + "'";
    }
}
