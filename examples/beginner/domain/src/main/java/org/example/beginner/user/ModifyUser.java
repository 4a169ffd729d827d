package org.example.beginner.user;

import static dev.orchestrator.form.Form.page;

import dev.orchestrator.form.Form;
import dev.orchestrator.form.Labelled;
import dev.orchestrator.form.LongText;
import dev.orchestrator.workflow.Assignee;
import dev.orchestrator.workflow.ModifyWorkflow;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepList;
import jakarta.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import org.example.beginner.user.Account.UserGroupEnum;

/** Changes a user; the change stands once the NOC has approved it. */
@Singleton
public class ModifyUser extends ModifyWorkflow<User> {
    private final UserGroups groups;

    public ModifyUser(UserGroups groups) {
        this.groups = groups;
    }

    enum Approval implements Labelled {
        APPROVED("Approved"),
        REJECTED("Rejected");

        private final String label;

        Approval(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    record Decision(
            Approval approval,
            @LongText @Nullable @Size(max = 200) String remark) {}

    @Override
    protected Form form(User user) {
        return page(user.product().name(), Account.class)
                .choices(UserGroupEnum.class, groups.choices())
                .defaults(Account.of(user.user));
    }

    @Override
    public StepList steps() {
        return modify().step("modify-subscription", "Modify subscription", Account.class, this::change)
                .input(
                        "approve-change",
                        "Approve change",
                        Assignee.NOC,
                        state -> page("Approve change", Decision.class).submit())
                .step("process-approval", "Process approval", Decision.class, this::decide)
                .unlock();
    }

    private void change(User user, Account account) {
        user.change(account, groups.get(account.groupId()));
    }

    private void decide(User user, Decision decision) {
        if (decision.approval() == Approval.REJECTED) {
            throw StepFailure.failed("The change was rejected");
        }
        user.note(decision.remark());
    }
}
