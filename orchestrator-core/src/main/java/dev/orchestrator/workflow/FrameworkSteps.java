package dev.orchestrator.workflow;

import dev.orchestrator.product.Product;
import dev.orchestrator.state.State;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.subscription.SubscriptionModel;
import java.util.UUID;

/** The steps around a subscription that every workflow of a kind shares; their ids and names are part of the wire contract. */
final class FrameworkSteps {
    private static final String OLD_SUBSCRIPTIONS = "__old_subscriptions__";

    private FrameworkSteps() {}

    /** The last of them fills the model from what the form has brought. */
    static <M extends SubscriptionModel> void create(Steps<M> steps, StepAction initialize) {
        steps.resultStep("create-subscription", "Create subscription", FrameworkSteps::createSubscription)
                .resultStep("link-subscription", "Create Process Subscription relation", FrameworkSteps::link)
                .resultStep("initialize-subscription", "Initialize subscription", initialize);
    }

    static <M extends SubscriptionModel> void link(Steps<M> steps) {
        steps.resultStep("link-subscription", "Create Process Subscription relation", FrameworkSteps::link);
    }

    static <M extends SubscriptionModel> void lock(Steps<M> steps) {
        steps.resultStep("lock-subscription", "Lock subscription", FrameworkSteps::lock);
    }

    static <M extends SubscriptionModel> void moveTo(Steps<M> steps, SubscriptionLifecycle next) {
        steps.step(
                "set-subscription-" + next.wireName(),
                "Set subscription to '" + next.wireName() + "'",
                model -> model.moveTo(next));
    }

    static <M extends SubscriptionModel> void unlock(Steps<M> steps) {
        steps.step("unlock-subscription", "Unlock subscription", model -> model.insync(true));
    }

    private static StepResult createSubscription(StepContext context) {
        State state = context.state();
        UUID productId = UUID.fromString(state.text(CreateWorkflow.PRODUCT));
        Product product = context.products()
                .byId(productId)
                .orElseThrow(() -> StepFailure.failed("Product " + productId + " does not exist any more"));
        String customerId = state.has(CreateWorkflow.CUSTOMER_ID)
                ? state.text(CreateWorkflow.CUSTOMER_ID)
                : CreateWorkflow.DEFAULT_CUSTOMER;
        SubscriptionModel created = context.subscriptions().create(product, customerId);
        context.subscription(created);
        return StepResult.success(State.of("subscription_id", created.subscriptionId()));
    }

    private static StepResult link(StepContext context) {
        context.link();
        return StepResult.success(State.empty());
    }

    /** Keeps the model as it was, so that people can compare; a subscription that is locked already belongs to another process. */
    private static StepResult lock(StepContext context) {
        SubscriptionModel model = context.subscription();
        if (!model.insync()) {
            throw StepFailure.failed("Subscription " + model.description()
                    + " is already out of sync: another process works on it or has failed on it. Finish or abort that one, or set"
                    + " the subscription in sync, then retry");
        }
        State old = State.of(model.subscriptionId().toString(), model);
        model.insync(false);
        return StepResult.success(State.of(OLD_SUBSCRIPTIONS, old.toJson()));
    }
}
