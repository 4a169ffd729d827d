package dev.orchestrator.api.workshop;

import dev.orchestrator.workflow.Permission;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.TerminateWorkflow;
import jakarta.inject.Singleton;

/** Ends a group; planning does that, where people are known. */
@Singleton
public class TerminateUserGroup extends TerminateWorkflow<Workshop.UserGroup> {
    @Override
    public Permission permission() {
        return Permission.membersOf("planning");
    }

    @Override
    public StepList steps() {
        return terminate().unlock();
    }
}
