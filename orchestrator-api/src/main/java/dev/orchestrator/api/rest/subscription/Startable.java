package dev.orchestrator.api.rest.subscription;

import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.workflow.Target;
import java.util.List;

/** Where a subscription stands, and the workflows of its product by name. */
public record Startable(SubscriptionLifecycle status, boolean insync, List<ProductWorkflow> workflows) {
    public Startable {
        workflows = List.copyOf(workflows);
    }

    /** A workflow as the catalogue has it. */
    public record ProductWorkflow(String name, String description, Target target, boolean isTask) {}
}
