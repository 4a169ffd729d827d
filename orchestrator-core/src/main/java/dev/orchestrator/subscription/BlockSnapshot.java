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
import java.util.Objects;
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

    /** A block in a field of another one. */
    private record Place(String field, UUID dependsOn) {}

    /** What tells the relations of a block apart in their table. */
    private record Key(UUID dependsOn, int order) {}

    /** The same at another place among the roots. */
    BlockSnapshot at(@Nullable Root place) {
        return Objects.equals(root, place)
                ? this
                : new BlockSnapshot(instanceId, block, label, place, values, relations);
    }

    /** The block as it is now; relations keep the order numbers they were known by as far as their order allows. */
    static BlockSnapshot of(ProductBlock block, @Nullable Root root, List<Relation> known) {
        BlockType type = BlockType.of(block.getClass());
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (ValueField field : type.values()) {
            List<?> elements = field.values(block);
            if (!elements.isEmpty()) {
                List<String> texts = new ArrayList<>(elements.size());
                elements.forEach(value -> texts.add(field.type().toText(value)));
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
        if (type.blocks().isEmpty()) {
            return List.of();
        }
        Map<Place, Integer> knownOrders = HashMap.newHashMap(known.size());
        known.forEach(relation ->
                knownOrders.putIfAbsent(new Place(relation.field(), relation.dependsOn()), relation.order()));
        Set<Key> taken = HashSet.newHashSet(known.size());
        List<Relation> relations = new ArrayList<>(known.size());
        for (BlockField field : type.blocks()) {
            int next = 0;
            for (ProductBlock nested : field.blocks(block)) {
                UUID id = nested.subscriptionInstanceId();
                int order = Math.max(next, knownOrders.getOrDefault(new Place(field.name(), id), next));
                // Two fields may use the same block; the table tells them apart by the order only.
                while (!taken.add(new Key(id, order))) {
                    order++;
                }
                relations.add(new Relation(id, order, field.name()));
                next = order + 1;
            }
        }
        return List.copyOf(relations);
    }
}
