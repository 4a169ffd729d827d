package dev.orchestrator.subscription;

import dev.orchestrator.subscription.BlockSnapshot.Root;
import dev.orchestrator.subscription.ModelField.BlockField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A model as its rows hold it: the subscription and the blocks that it owns.
 *
 * @param owned the blocks that the subscription owns and its model reaches, by instance
 * @param foreign the blocks of other subscriptions that the model reaches, by instance
 */
record ModelSnapshot(Subscription subscription, Map<UUID, BlockSnapshot> owned, Map<UUID, BlockSnapshot> foreign) {

    static ModelSnapshot of(SubscriptionModel model) {
        Map<UUID, Root> roots = roots(model);
        Map<UUID, BlockSnapshot> owned = new LinkedHashMap<>();
        Map<UUID, BlockSnapshot> foreign = new LinkedHashMap<>();
        for (ProductBlock block : model.blocks()) {
            UUID id = block.subscriptionInstanceId();
            BlockSnapshot stored = block.stored();
            List<BlockSnapshot.Relation> known = stored == null ? List.of() : stored.relations();
            if (block.ownerSubscriptionId() == null || block.isOwnedBy(model.subscriptionId())) {
                owned.put(id, BlockSnapshot.of(block, roots.get(id), known));
            } else {
                foreign.put(id, BlockSnapshot.of(block, stored == null ? null : stored.root(), known));
            }
        }
        return new ModelSnapshot(model.subscription(), owned, foreign);
    }

    private static Map<UUID, Root> roots(SubscriptionModel model) {
        Map<UUID, Root> roots = new HashMap<>();
        for (BlockField field : ModelType.of(model.getClass()).roots()) {
            List<ProductBlock> blocks = field.blocks(model);
            for (int i = 0; i < blocks.size(); i++) {
                roots.putIfAbsent(blocks.get(i).subscriptionInstanceId(), new Root(field.name(), i));
            }
        }
        return roots;
    }
}
