package dev.orchestrator.workflow;

/** The work of a step that reads a part of the state as a record, which lets others check a state before the step gets it. */
record ReadingAction(Class<? extends Record> input, StepAction action) implements StepAction {
    @Override
    public StepResult run(StepContext context) throws Exception {
        return action.run(context);
    }
}
