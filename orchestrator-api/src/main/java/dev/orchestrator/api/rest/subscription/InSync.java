package dev.orchestrator.api.rest.subscription;

import dev.orchestrator.api.event.Events;
import dev.orchestrator.api.event.Invalidation;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.subscription.SubscriptionSummary;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sets a subscription in sync by hand, once no process works on it any more. */
@Singleton
class InSync {
    private final SubscriptionRepository subscriptions;
    private final SubscriptionProcesses processes;
    private final Events events;

    InSync(SubscriptionRepository subscriptions, SubscriptionProcesses processes, Events events) {
        this.subscriptions = subscriptions;
        this.processes = processes;
        this.events = events;
    }

    void set(UUID subscriptionId) {
        SubscriptionSummary subscription =
                subscriptions.summary(subscriptionId).orElseThrow(() -> UnknownSubscription.of(subscriptionId));
        if (subscription.insync()) {
            return;
        }
        List<UUID> unfinished = processes.unfinished(subscriptionId);
        if (!unfinished.isEmpty()) {
            throw new OrchestratorException(ErrorCode.FAILED_PROCESSES, refusal(subscriptionId, unfinished));
        }
        subscriptions.setInsync(subscriptionId, true);
        events.publish(Invalidation.subscription(subscriptionId));
    }

    /** The web UI picks the ids out of the brackets. */
    private static String refusal(UUID subscriptionId, List<UUID> unfinished) {
        return "Subscription " + subscriptionId + " has still failed processes with id's: "
                + unfinished.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", ", "[", "]"));
    }
}
