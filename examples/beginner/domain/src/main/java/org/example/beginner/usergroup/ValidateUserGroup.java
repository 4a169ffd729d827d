package org.example.beginner.usergroup;

import dev.orchestrator.state.State;
import dev.orchestrator.workflow.StartContext;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepList;
import dev.orchestrator.workflow.ValidateWorkflow;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.example.beginner.directory.UserDirectory;

/** Checks that the directory still knows a group; one such check at a time. */
@Singleton
public class ValidateUserGroup extends ValidateWorkflow<UserGroup> {
    private final UserDirectory directory;

    public ValidateUserGroup(UserDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<String> whyNotNow(StartContext start) {
        return start.unfinishedProcesses() == 0
                ? Optional.empty()
                : Optional.of("Another user group is being validated; wait until that is finished");
    }

    @Override
    public StepList steps() {
        return validate()
                .step("check-user-group", "Check user group", (group, state) -> check(group.userGroup.groupName))
                .unlock();
    }

    private State check(String groupName) {
        if (!directory.knows(groupName)) {
            throw StepFailure.inconsistentData("Group " + groupName + " is missing in the user management system");
        }
        return State.of("check_user_group", true);
    }
}
