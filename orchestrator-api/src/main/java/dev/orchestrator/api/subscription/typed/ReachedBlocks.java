package dev.orchestrator.api.subscription.typed;

import dev.orchestrator.api.subscription.StoredBlock;
import dev.orchestrator.subscription.BlockType;
import dev.orchestrator.subscription.ModelField.BlockField;
import dev.orchestrator.subscription.ModelType;
import dev.orchestrator.subscription.ProductRegistry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All blocks that one subscription owns or uses, found by the fields that hold them. */
final class ReachedBlocks {
    private final UUID subscription;
    private final ProductRegistry registry;
    private final Map<UUID, StoredBlock> blocks = new LinkedHashMap<>();

    ReachedBlocks(UUID subscription, ProductRegistry registry, List<StoredBlock> stored) {
        this.subscription = subscription;
        this.registry = registry;
        stored.forEach(block -> blocks.put(block.id(), block));
    }

    /** One of the blocks, and those that it may use. */
    record Reached(StoredBlock block, ReachedBlocks all) {}

    /** The blocks in a field of the subscription, in order. */
    List<Reached> roots(ModelType type, BlockField field) {
        return blocks.values().stream()
                .filter(block -> block.owner().equals(subscription) && fits(field, block))
                .filter(block -> isRoot(block, field, type.roots()))
                .sorted(Comparator.comparingInt(ReachedBlocks::order).thenComparing(StoredBlock::id))
                .map(block -> new Reached(block, this))
                .toList();
    }

    /** The blocks in a field of a block, in order. */
    List<Reached> below(StoredBlock user, BlockType type, BlockField field) {
        return user.uses().stream()
                .filter(use -> use.field() == null || use.field().equals(field.name()))
                .filter(use -> use.field() != null || isOnlyPlace(field, type.blocks(), blocks.get(use.block())))
                .map(use -> blocks.get(use.block()))
                .filter(block -> fits(field, block))
                .map(block -> new Reached(block, this))
                .toList();
    }

    /** Orchestrator-core does not record roots: they are what no block of the same subscription uses. */
    private boolean isRoot(StoredBlock block, BlockField field, List<BlockField> roots) {
        if (block.root() != null) {
            return block.root().field().equals(field.name());
        }
        return block.usedBy().stream().noneMatch(use -> use.subscription().equals(subscription))
                && isOnlyPlace(field, roots, block);
    }

    private static int order(StoredBlock block) {
        return block.root() == null ? 0 : block.root().order();
    }

    private boolean isOnlyPlace(BlockField field, List<BlockField> all, StoredBlock block) {
        return fits(field, block)
                && all.stream().filter(other -> fits(other, block)).count() == 1;
    }

    private boolean fits(BlockField field, StoredBlock block) {
        BlockType type = block == null ? null : registry.blocks().get(block.name());
        return type != null && field.blockClass().isAssignableFrom(type.blockClass());
    }
}
