package dev.orchestrator.api.rest.subscription;

import dev.orchestrator.api.access.Operators;
import dev.orchestrator.api.rest.subscription.Startable.ProductWorkflow;
import dev.orchestrator.api.rest.subscription.SubscriptionWorkflowLists.Item;
import dev.orchestrator.process.Permissions;
import dev.orchestrator.subscription.RelatedSubscription;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.subscription.SubscriptionRepository;
import dev.orchestrator.subscription.SubscriptionSummary;
import dev.orchestrator.workflow.Target;
import dev.orchestrator.workflow.Workflow;
import dev.orchestrator.workflow.WorkflowRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Says of each workflow of a subscription's product whether it can be started now, and if not, why. Three statements.
 *
 * <p>A workflow that this program lacks is left out: nobody could start it here.
 */
@Singleton
class SubscriptionActions {
    private final SubscriptionProcesses processes;
    private final SubscriptionRepository subscriptions;
    private final WorkflowRegistry registry;
    private final Permissions permissions;
    private final Operators operators;

    SubscriptionActions(
            SubscriptionProcesses processes,
            SubscriptionRepository subscriptions,
            WorkflowRegistry registry,
            Permissions permissions,
            Operators operators) {
        this.processes = processes;
        this.subscriptions = subscriptions;
        this.registry = registry;
        this.permissions = permissions;
        this.operators = operators;
    }

    SubscriptionWorkflowLists of(UUID subscriptionId) {
        Startable startable =
                processes.startable(subscriptionId).orElseThrow(() -> UnknownSubscription.of(subscriptionId));
        List<SubscriptionSummary> users = unterminated(subscriptions.inUseBy(subscriptionId, 1));
        List<SubscriptionSummary> used = unterminated(subscriptions.dependsOn(subscriptionId, 1));
        Obstacle general = general(startable, users, used);
        Map<Target, List<Item>> items = new EnumMap<>(Target.class);
        for (ProductWorkflow entry : startable.workflows()) {
            registry.find(entry.name())
                    .ifPresent(workflow -> items.computeIfAbsent(entry.target(), target -> new ArrayList<>())
                            .add(Item.of(entry, obstacle(workflow, startable, general, users))));
        }
        return SubscriptionWorkflowLists.of(general, items);
    }

    /** What stands in the way of all workflows but those that work on a subscription out of sync. */
    private static Obstacle general(
            Startable startable, List<SubscriptionSummary> users, List<SubscriptionSummary> used) {
        if (!startable.insync()) {
            return Obstacle.NOT_IN_SYNC;
        }
        List<SubscriptionSummary> locked = Stream.concat(users.stream(), used.stream())
                .filter(related -> !related.insync())
                .distinct()
                .toList();
        return locked.isEmpty() ? Obstacle.NONE : Obstacle.lockedRelations(locked);
    }

    private Obstacle obstacle(
            Workflow workflow, Startable startable, Obstacle general, List<SubscriptionSummary> users) {
        if (!permissions.mayStart(workflow.name(), operators.current())) {
            return Obstacle.NOT_PERMITTED;
        }
        if (!workflow.usableWhen().contains(startable.status())) {
            return Obstacle.invalidStatus(workflow.target(), startable.status(), workflow.usableWhen());
        }
        if (workflow.target() == Target.TERMINATE && !users.isEmpty() && general.reason() == null) {
            return Obstacle.inUseBy(users);
        }
        return workflow.needsInSync() ? general : Obstacle.NONE;
    }

    private static List<SubscriptionSummary> unterminated(List<RelatedSubscription> related) {
        return related.stream()
                .map(RelatedSubscription::subscription)
                .filter(subscription -> subscription.status() != SubscriptionLifecycle.TERMINATED)
                .toList();
    }
}
