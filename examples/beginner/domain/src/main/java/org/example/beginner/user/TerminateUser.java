package org.example.beginner.user;

import static dev.orchestrator.subscription.SubscriptionLifecycle.TERMINATED;

import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.TerminateWorkflow;
import jakarta.inject.Singleton;
import org.example.beginner.directory.UserDirectory;

/** Ends a user, once somebody has confirmed it. */
@Singleton
public class TerminateUser extends TerminateWorkflow<User> {
    private final UserDirectory directory;

    public TerminateUser(UserDirectory directory) {
        this.directory = directory;
    }

    @Override
    public StepList steps() {
        return terminate()
                .step("deprovision-user", "Deprovision user", user -> directory.remove(user.user.username))
                .moveTo(TERMINATED)
                .unlock();
    }
}
