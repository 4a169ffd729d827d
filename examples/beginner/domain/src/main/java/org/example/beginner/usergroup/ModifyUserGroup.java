package org.example.beginner.usergroup;

import static dev.orchestrator.form.Form.page;

import dev.orchestrator.form.Form;
import dev.orchestrator.form.ReadOnly;
import dev.orchestrator.workflow.ModifyWorkflow;
import dev.orchestrator.workflow.StepList;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;

/** Renames a group of users. */
@Singleton
public class ModifyUserGroup extends ModifyWorkflow<UserGroup> {
    record ChangedGroup(
            @Size(min = 2, max = 40) String groupName,
            @ReadOnly Integer groupId) {}

    @Override
    protected Form form(UserGroup group) {
        return page(group.product().name(), ChangedGroup.class)
                .defaults(new ChangedGroup(group.userGroup.groupName, group.userGroup.groupId));
    }

    @Override
    public StepList steps() {
        return modify().step(
                        "modify-user-group",
                        "Modify user group",
                        ChangedGroup.class,
                        (group, input) -> group.rename(input.groupName()))
                .unlock();
    }
}
