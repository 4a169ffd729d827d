package org.example.beginner.user;

import static dev.orchestrator.form.Form.page;
import static dev.orchestrator.subscription.SubscriptionLifecycle.ACTIVE;
import static dev.orchestrator.subscription.SubscriptionLifecycle.PROVISIONING;

import dev.orchestrator.form.Display.Summary;
import dev.orchestrator.form.Form;
import dev.orchestrator.product.Product;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.workflow.CreateWorkflow;
import dev.orchestrator.workflow.StepList;
import jakarta.inject.Singleton;
import java.util.Map;
import org.example.beginner.directory.UserDirectory;
import org.example.beginner.user.Account.UserGroupEnum;

/** Makes a user of a group, after showing what is about to be made. */
@Singleton
public class CreateUser extends CreateWorkflow<User> {
    private final UserGroups groups;
    private final UserDirectory directory;
    private final SubscriptionRepository subscriptions;

    public CreateUser(UserGroups groups, UserDirectory directory, SubscriptionRepository subscriptions) {
        this.groups = groups;
        this.directory = directory;
        this.subscriptions = subscriptions;
    }

    record Confirmation(boolean sendWelcome) {}

    @Override
    protected Form form(Product product) {
        Map<String, String> choices = groups.choices();
        return page(product.name(), Account.class)
                .choices(UserGroupEnum.class, choices)
                .thenSubmit(account -> page(product.name() + " summary", Confirmation.class)
                        .summary(
                                "user_summary",
                                Summary.of("New user")
                                        .row("username", account.username())
                                        .row("age", account.age())
                                        .row(
                                                "group",
                                                choices.get(account.groupId().toString()))));
    }

    @Override
    public StepList steps() {
        return create(Account.class, this::initialize)
                .step("provision-user", "Provision user", this::provision)
                .step("store-metadata", "Store metadata", Confirmation.class, this::storeMetadata)
                .moveTo(ACTIVE)
                .unlock();
    }

    private void initialize(User user, Account account) {
        user.change(account, groups.get(account.groupId()));
        user.moveTo(PROVISIONING);
    }

    private void provision(User user) {
        user.user.userId = directory.register(user.user.username);
    }

    private void storeMetadata(User user, Confirmation confirmation) {
        subscriptions.setMetadata(
                user.subscriptionId(),
                State.of("source", "workshop")
                        .with("welcome_sent", confirmation.sendWelcome())
                        .toJson());
    }
}
