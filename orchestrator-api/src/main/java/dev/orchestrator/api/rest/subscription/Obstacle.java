package dev.orchestrator.api.rest.subscription;

import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.subscription.SubscriptionSummary;
import dev.orchestrator.workflow.Target;
import java.util.List;
import java.util.Set;

/** Why a workflow can't be started on a subscription: a key of the web UI's translations and what goes with it; else null. */
record Obstacle(
        String reason,
        List<SubscriptionLifecycle> usableWhen,
        SubscriptionLifecycle status,
        String action,
        List<SubscriptionSummary> lockedRelations,
        List<SubscriptionSummary> inUseBy) {

    static final Obstacle NONE = new Obstacle(null, null, null, null, null, null);
    static final Obstacle NOT_IN_SYNC = new Obstacle("subscription.not_in_sync", null, null, null, null, null);

    static final Obstacle NOT_PERMITTED =
            new Obstacle("subscription.insufficient_workflow_permissions", null, null, null, null, null);

    static Obstacle lockedRelations(List<SubscriptionSummary> locked) {
        return new Obstacle("subscription.relations_not_in_sync", null, null, null, locked, null);
    }

    static Obstacle invalidStatus(Target target, SubscriptionLifecycle status, Set<SubscriptionLifecycle> usableWhen) {
        String action = target == Target.TERMINATE ? "terminate" : "modify";
        return new Obstacle(
                "subscription.no_modify_invalid_status",
                usableWhen.stream().sorted().toList(),
                status,
                action,
                null,
                null);
    }

    static Obstacle inUseBy(List<SubscriptionSummary> users) {
        return new Obstacle("subscription.no_modify_in_use_by_subscription", null, null, null, null, users);
    }
}
