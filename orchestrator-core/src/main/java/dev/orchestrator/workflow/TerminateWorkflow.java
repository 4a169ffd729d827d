package dev.orchestrator.workflow;

import dev.orchestrator.form.Display;
import dev.orchestrator.form.Form;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.subscription.SubscriptionModel;
import java.util.EnumSet;
import java.util.Set;

/**
 * A workflow that ends a subscription: asks for it, and whether the person is sure.
 *
 * @param <M> the model of the workflow's products
 */
public abstract class TerminateWorkflow<M extends SubscriptionModel> extends SubscriptionWorkflow<M> {
    /** Asks for confirmation; override to ask for more. */
    @Override
    protected Form form(M subscription) {
        return Form.page(
                "Terminate " + subscription.product().name(),
                fields -> fields.show(
                        "are_you_sure",
                        new Display.Label("Are you sure you want to remove " + subscription.description() + "?")));
    }

    /** Begins the steps: links the process to the subscription and sets it out of sync until {@link Steps#unlock}. */
    protected final Steps<M> terminate() {
        return lockedSteps();
    }

    @Override
    public final Target target() {
        return Target.TERMINATE;
    }

    @Override
    public Set<SubscriptionLifecycle> usableWhen() {
        return EnumSet.of(
                SubscriptionLifecycle.INITIAL, SubscriptionLifecycle.PROVISIONING, SubscriptionLifecycle.ACTIVE);
    }
}
