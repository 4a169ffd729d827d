package dev.orchestrator.subscription;

import dev.orchestrator.subscription.StoredModel.Use;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A model together with what uses its blocks, in this and in other subscriptions.
 *
 * @param uses by the instance that is used
 */
public record DomainModel(SubscriptionModel model, Map<UUID, List<Use>> uses) {}
