package dev.orchestrator.api.subscription;

import dev.orchestrator.subscription.BlockType;
import dev.orchestrator.subscription.ProductRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells the blocks of one subscription as a flat list in which parents come before their children. A block that two
 * others use is told twice; blocks without values are left out, their children are not.
 */
final class BlockTree {
    /** Blocks that use one another in many ways could be told without end. */
    private static final int MAX_INSTANCES = 10_000;

    private final Map<UUID, StoredBlock> blocks = new LinkedHashMap<>();
    private final ProductRegistry registry;
    private final BlockSelection selection;
    private final List<ProductBlockInstance> instances = new ArrayList<>();
    private final Set<UUID> path = new HashSet<>();
    private int nextId;

    BlockTree(List<StoredBlock> stored, ProductRegistry registry, BlockSelection selection) {
        stored.forEach(block -> blocks.put(block.id(), block));
        this.registry = registry;
        this.selection = selection;
    }

    List<ProductBlockInstance> of(UUID subscription) {
        blocks.values().stream()
                .filter(block -> isRoot(block, subscription))
                .sorted(Comparator.comparing(StoredBlock::name).thenComparing(StoredBlock::id))
                .forEach(root -> tell(root, null, false));
        return instances;
    }

    private static boolean isRoot(StoredBlock block, UUID subscription) {
        return block.owner().equals(subscription)
                && block.usedBy().stream().noneMatch(use -> use.subscription().equals(subscription));
    }

    /** The path of blocks above guards against a circle. */
    private void tell(StoredBlock block, Integer parent, boolean belowSelected) {
        if (nextId >= MAX_INSTANCES || !path.add(block.id())) {
            return;
        }
        boolean selected = belowSelected || selection.hasTagOf(block);
        int id = nextId++;
        List<Object> values = selected ? new BlockValues(registry, selection).of(block) : List.of();
        if (!values.isEmpty()) {
            instances.add(new ProductBlockInstance(id, parent, block.id(), block.owner(), values, block));
        }
        Integer parentBelow = values.isEmpty() ? parent : Integer.valueOf(id);
        block.uses().stream()
                .filter(use -> blocks.containsKey(use.block()))
                .sorted(Comparator.comparingInt(use -> place(block, use)))
                .forEach(use -> tell(blocks.get(use.block()), parentBelow, selected));
        path.remove(block.id());
    }

    /** Children stand in the order of the fields of their parent's class. */
    private int place(StoredBlock parent, StoredBlock.Use use) {
        BlockType type = registry.blocks().get(parent.name());
        if (type == null || use.field() == null) {
            return Integer.MAX_VALUE;
        }
        return type.block(use.field())
                .map(field -> type.fields().indexOf(field))
                .orElse(Integer.MAX_VALUE);
    }
}
