package dev.orchestrator.api.rest.process;

import dev.orchestrator.api.rest.subscription.SubscriptionView;
import dev.orchestrator.workflow.WorkflowVersion;
import java.util.List;
import java.util.Set;

/**
 * What a process' own row does not tell.
 *
 * @param running the versions that running workers have
 * @param traceback null where it is not shown
 */
record Surroundings(Set<WorkflowVersion> running, String traceback, List<SubscriptionView> subscriptions) {
    SubscriptionView firstSubscription() {
        return subscriptions.isEmpty() ? null : subscriptions.getFirst();
    }
}
