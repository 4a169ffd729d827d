package dev.orchestrator.subscription;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rows that a model or a block is made of, as one statement finds them.
 *
 * @param subscription null when only a block was asked for
 * @param instances all that can be reached, of whatever owner, each once
 */
public record StoredModel(
        Subscription subscription, List<Instance> instances, List<Relation> relations, List<Use> uses) {

    public StoredModel {
        instances = instances == null ? List.of() : instances;
        relations = relations == null ? List.of() : relations;
        uses = uses == null ? List.of() : uses;
    }

    /** A block; the root field is null for nested blocks and for those that orchestrator-core wrote. */
    public record Instance(
            UUID instanceId,
            UUID owner,
            String block,
            String label,
            String rootField,
            int rootOrder,
            Map<String, List<String>> values) {

        public Instance {
            values = values == null ? Map.of() : values;
        }
    }

    /** One block that uses another; the field is null where orchestrator-core did not record it. */
    public record Relation(UUID inUseBy, UUID dependsOn, int orderId, String field) {}

    /** A block that uses the block named first, wherever that is; only found when asked for. */
    public record Use(UUID dependsOn, UUID subscriptionInstanceId, UUID subscriptionId) {}
}
