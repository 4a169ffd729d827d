package dev.orchestrator.api.workshop;

import dev.orchestrator.form.Form;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.ModifyWorkflow;
import dev.orchestrator.workflow.Permission;
import dev.orchestrator.workflow.StepList;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;

/** Changes the name, once a person has approved it. */
@Singleton
public class ModifyUserGroup extends ModifyWorkflow<Workshop.UserGroup> {
    record Group(@Size(min = 2, max = 40) String groupName) {}

    record Approval(@Size(max = 10) String remark) {}

    @Override
    protected Form form(Workshop.UserGroup group) {
        return Form.page("Modify " + group.product().name(), Group.class);
    }

    @Override
    public StepList steps() {
        return modify().input(
                        "approve", "Approve change", Assignee.NOC, state -> Form.page("Approve change", Approval.class))
                .answeredBy(Permission.membersOf("noc"))
                .step("modify", "Modify user group", (model, state) -> {
                    model.userGroup.groupName = state.text("group_name");
                    return dev.orchestrator.state.State.empty();
                })
                .unlock();
    }
}
