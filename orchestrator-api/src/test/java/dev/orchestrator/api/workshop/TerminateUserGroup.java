package dev.orchestrator.api.workshop;

import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.TerminateWorkflow;
import jakarta.inject.Singleton;

/** Ends a group. */
@Singleton
public class TerminateUserGroup extends TerminateWorkflow<Workshop.UserGroup> {
    @Override
    public StepList steps() {
        return terminate().unlock();
    }
}
