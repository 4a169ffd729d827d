package dev.orchestrator.workflow;

/** What a step does. It runs on a virtual thread and may block; anything it throws is the step's failure. */
@FunctionalInterface
public interface StepAction {
    StepResult run(StepContext context) throws Exception;
}
