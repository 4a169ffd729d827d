package dev.orchestrator.subscription;

import dev.orchestrator.subscription.StoredModel.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A model together with what uses its blocks, in this and in other subscriptions.
 *
 * @param uses by the instance that is used
 */
public record DomainModel(SubscriptionModel model, Map<UUID, List<Use>> uses) {
    /** Without those by blocks of the same subscription, which the nesting says already. */
    public DomainModel withoutOwnUses() {
        Map<UUID, List<Use>> others = new HashMap<>();
        uses.forEach((used, users) -> others.put(
                used,
                users.stream()
                        .filter(use -> !use.subscriptionId().equals(model.subscriptionId()))
                        .toList()));
        return new DomainModel(model, others);
    }
}
