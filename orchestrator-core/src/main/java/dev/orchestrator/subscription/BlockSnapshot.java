package dev.orchestrator.subscription;

import dev.orchestrator.subscription.ModelField.BlockField;
import dev.orchestrator.subscription.ModelField.ValueField;
import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A block as its rows hold it, so that two points in time can be compared.
 *
 * @param root where it is among the roots of its subscription's model; null for a nested block
 * @param values the texts of each resource type that has a value
 */
record BlockSnapshot(
        UUID instanceId,
        String block,
        @Nullable String label,
        @Nullable Root root,
        Map<String, List<String>> values,
        List<Relation> relations) {

    record Root(String field, int order) {}

    /** One use of another block, at a place in a field. */
    record Relation(UUID dependsOn, int order, String field) {
        boolean hasSameKeyAs(Relation other) {
            return dependsOn.equals(other.dependsOn) && order == other.order;
        }
    }

    /** The block as it is now; relations keep the order numbers they were known by as far as their order allows. */
    static BlockSnapshot of(ProductBlock block, @Nullable Root root, List<Relation> known) {
        BlockType type = BlockType.of(block.getClass());
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (ValueField field : type.values()) {
            List<String> texts =
                    field.values(block).stream().map(field.type()::toText).toList();
            if (!texts.isEmpty()) {
                values.put(field.name(), texts);
            }
        }
        return new BlockSnapshot(
                block.subscriptionInstanceId(),
                type.name(),
                block.label(),
                root,
                values,
                relations(block, type, known));
    }

    private static List<Relation> relations(ProductBlock block, BlockType type, List<Relation> known) {
        Map<String, Integer> knownOrders = new HashMap<>();
        known.forEach(relation -> knownOrders.putIfAbsent(relation.field() + relation.dependsOn(), relation.order()));
        Set<String> taken = new HashSet<>();
        List<Relation> relations = new ArrayList<>();
        for (BlockField field : type.blocks()) {
            int next = 0;
            for (ProductBlock nested : field.blocks(block)) {
                UUID id = nested.subscriptionInstanceId();
                int order = Math.max(next, knownOrders.getOrDefault(field.name() + id, next));
                // Two fields may use the same block; the table tells them apart by the order only.
                while (!taken.add(id + ":" + order)) {
                    order++;
                }
                relations.add(new Relation(id, order, field.name()));
                next = order + 1;
            }
        }
        return List.copyOf(relations);
    }
}
