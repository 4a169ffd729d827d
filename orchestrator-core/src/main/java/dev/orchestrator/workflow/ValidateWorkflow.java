package dev.orchestrator.workflow;

import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.subscription.SubscriptionModel;
import java.util.EnumSet;
import java.util.Set;

/**
 * A task that checks a subscription against the world outside.
 *
 * @param <M> the model of the workflow's products
 */
public abstract class ValidateWorkflow<M extends SubscriptionModel> extends SubscriptionWorkflow<M> {
    /** Begins the steps: links the process to the subscription and sets it out of sync until {@link Steps#unlock}. */
    protected final Steps<M> validate() {
        return lockedSteps();
    }

    @Override
    public final Target target() {
        return Target.VALIDATE;
    }

    @Override
    public Set<SubscriptionLifecycle> usableWhen() {
        return EnumSet.of(SubscriptionLifecycle.ACTIVE);
    }
}
