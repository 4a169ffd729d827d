package org.example.beginner.usergroup;

import static dev.orchestrator.form.Form.page;
import static dev.orchestrator.subscription.SubscriptionLifecycle.ACTIVE;
import static dev.orchestrator.subscription.SubscriptionLifecycle.PROVISIONING;

import dev.orchestrator.form.Form;
import dev.orchestrator.product.Product;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.workflow.CreateWorkflow;
import dev.orchestrator.workflow.StepFailure;
import dev.orchestrator.workflow.StepList;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import org.example.beginner.directory.UserDirectory;

/** Makes a group of users. */
@Singleton
public class CreateUserGroup extends CreateWorkflow<UserGroup> {
    private static final String SUB_GROUP = "sub of ";

    private final UserDirectory directory;
    private final SubscriptionRepository subscriptions;

    public CreateUserGroup(UserDirectory directory, SubscriptionRepository subscriptions) {
        this.directory = directory;
        this.subscriptions = subscriptions;
    }

    record NewGroup(@Size(min = 2, max = 40) String groupName) {}

    @Override
    protected Form form(Product product) {
        return page(product.name(), NewGroup.class);
    }

    @Override
    public StepList steps() {
        return create(NewGroup.class, this::initialize)
                .step("provision-user-group", "Provision user group", this::provision)
                .moveTo(ACTIVE)
                .unlock();
    }

    private void initialize(UserGroup group, NewGroup input) {
        group.rename(input.groupName());
        group.moveTo(PROVISIONING);
    }

    private void provision(UserGroup group) {
        requireParent(group.userGroup.groupName);
        group.userGroup.groupId = directory.register(group.userGroup.groupName);
    }

    /** A failed step may be retried: create the parent meanwhile, and this process goes on. */
    private void requireParent(String groupName) {
        if (groupName.startsWith(SUB_GROUP) && !isActive(groupName.substring(SUB_GROUP.length()))) {
            throw StepFailure.failed("Parent group " + groupName.substring(SUB_GROUP.length()) + " does not exist");
        }
    }

    private boolean isActive(String groupName) {
        return subscriptions.activeOf(UserGroup.class).stream()
                .anyMatch(group -> group.description().equals(UserGroup.descriptionOf(groupName)));
    }
}
