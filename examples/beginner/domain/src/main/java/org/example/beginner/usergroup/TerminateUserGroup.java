package org.example.beginner.usergroup;

import static dev.orchestrator.subscription.SubscriptionLifecycle.TERMINATED;

import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.TerminateWorkflow;
import jakarta.inject.Singleton;
import org.example.beginner.directory.UserDirectory;

/** Ends a group of users, once somebody has confirmed it. */
@Singleton
public class TerminateUserGroup extends TerminateWorkflow<UserGroup> {
    private final UserDirectory directory;

    public TerminateUserGroup(UserDirectory directory) {
        this.directory = directory;
    }

    @Override
    public StepList steps() {
        return terminate()
                .step(
                        "deprovision-user-group",
                        "Deprovision user group",
                        group -> directory.remove(group.userGroup.groupName))
                .moveTo(TERMINATED)
                .unlock();
    }
}
