package dev.orchestrator.workflow;

import dev.orchestrator.form.Form;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.subscription.SubscriptionModel;
import java.util.Set;

/** A task of the system's own, about no subscription. */
public abstract class SystemTask implements Workflow {
    /** What to ask; by default nothing, and then one empty page has to be posted. */
    protected Form form() {
        return Form.none();
    }

    /** Begins the steps. */
    protected final Steps<SubscriptionModel> begin() {
        return new Steps<>();
    }

    @Override
    public final Target target() {
        return Target.SYSTEM;
    }

    @Override
    public final Form startForm(StartContext start) {
        return form();
    }

    @Override
    public final Set<SubscriptionLifecycle> usableWhen() {
        return Set.of();
    }
}
