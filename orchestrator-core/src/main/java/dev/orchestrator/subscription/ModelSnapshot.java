package dev.orchestrator.subscription;

import dev.orchestrator.subscription.BlockSnapshot.Root;
import dev.orchestrator.subscription.ModelField.BlockField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * A model as its rows hold it: the subscription and the blocks that it owns.
 *
 * @param owned the blocks that the subscription owns and its model reaches, by instance
 * @param foreign the blocks of other subscriptions that the model reaches, by instance
 */
record ModelSnapshot(Subscription subscription, Map<UUID, BlockSnapshot> owned, Map<UUID, BlockSnapshot> foreign) {

    /** The model as it is now. */
    static ModelSnapshot of(SubscriptionModel model) {
        return of(model, (block, root) -> {
            BlockSnapshot stored = block.stored();
            return BlockSnapshot.of(block, root, stored == null ? List.of() : stored.relations());
        });
    }

    /** A model that was just loaded, whose blocks know what they are. */
    static ModelSnapshot ofLoaded(SubscriptionModel model) {
        return of(model, (block, root) -> block.stored().at(root));
    }

    private static ModelSnapshot of(SubscriptionModel model, BiFunction<ProductBlock, Root, BlockSnapshot> snapshot) {
        Map<UUID, Root> roots = roots(model);
        Map<UUID, BlockSnapshot> owned = new LinkedHashMap<>();
        Map<UUID, BlockSnapshot> foreign = new LinkedHashMap<>();
        for (ProductBlock block : model.blocks()) {
            UUID id = block.subscriptionInstanceId();
            if (block.ownerSubscriptionId() == null || block.isOwnedBy(model.subscriptionId())) {
                owned.put(id, snapshot.apply(block, roots.get(id)));
            } else {
                BlockSnapshot stored = block.stored();
                foreign.put(id, snapshot.apply(block, stored == null ? null : stored.root()));
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
