package dev.orchestrator.api.rest.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import dev.orchestrator.subscription.SubscriptionSummary;
import dev.orchestrator.workflow.Target;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The workflows for a subscription by target, and why none of them can be started, if that is so.
 *
 * @param reason a key of the web UI's translations
 */
@Schema(name = "SubscriptionWorkflowListsSchema")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubscriptionWorkflowLists(
        String reason,
        List<UUID> lockedRelations,
        List<Relation> lockedRelationsDetail,
        List<Item> create,
        List<Item> modify,
        List<Item> terminate,
        List<Item> system,
        List<Item> reconcile,
        List<Item> validate) {

    static SubscriptionWorkflowLists of(Obstacle general, Map<Target, List<Item>> items) {
        return new SubscriptionWorkflowLists(
                general.reason(),
                Relation.ids(general.lockedRelations()),
                Relation.of(general.lockedRelations()),
                items.getOrDefault(Target.CREATE, List.of()),
                items.getOrDefault(Target.MODIFY, List.of()),
                items.getOrDefault(Target.TERMINATE, List.of()),
                items.getOrDefault(Target.SYSTEM, List.of()),
                items.getOrDefault(Target.RECONCILE, List.of()),
                items.getOrDefault(Target.VALIDATE, List.of()));
    }

    /** A subscription that is in the way. */
    @Schema(name = "SubscriptionRelationSchema")
    public record Relation(UUID subscriptionId, String subscriptionDescription) {
        static List<Relation> of(List<SubscriptionSummary> subscriptions) {
            return subscriptions == null
                    ? null
                    : subscriptions.stream()
                            .map(related -> new Relation(related.subscriptionId(), related.description()))
                            .toList();
        }

        static List<UUID> ids(List<SubscriptionSummary> subscriptions) {
            return subscriptions == null
                    ? null
                    : subscriptions.stream()
                            .map(SubscriptionSummary::subscriptionId)
                            .toList();
        }
    }

    /**
     * A workflow, with the reason why it can't be started now and what that reason needs to be told.
     *
     * @param usableWhen the lifecycles in which it could be
     */
    @Schema(name = "WorkflowListItemSchema")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String name,
            String description,
            String reason,
            List<SubscriptionLifecycle> usableWhen,
            SubscriptionLifecycle status,
            String action,
            List<UUID> lockedRelations,
            List<Relation> lockedRelationsDetail,
            List<UUID> unterminatedInUseBySubscriptions,
            List<Relation> unterminatedInUseBySubscriptionsDetail) {

        static Item of(Startable.ProductWorkflow workflow, Obstacle obstacle) {
            return new Item(
                    workflow.name(),
                    workflow.description(),
                    obstacle.reason(),
                    obstacle.usableWhen(),
                    obstacle.status(),
                    obstacle.action(),
                    Relation.ids(obstacle.lockedRelations()),
                    Relation.of(obstacle.lockedRelations()),
                    Relation.ids(obstacle.inUseBy()),
                    Relation.of(obstacle.inUseBy()));
        }
    }
}
