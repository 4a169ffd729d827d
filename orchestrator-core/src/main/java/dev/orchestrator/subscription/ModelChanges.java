package dev.orchestrator.subscription;

import dev.orchestrator.subscription.BlockSnapshot.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a save has to write: the difference between a model and what is stored of it, row by row.
 *
 * @param subscription as it shall be; its version is the one that the change is based on, 0 when it is new
 * @param changedBlocks blocks whose label or place among the roots changed
 * @param changedValues single values that replace a single one
 * @param removedValues resource types of which all rows go; what remains of them is among the added
 * @param putRelations relations that are new or moved to another field
 */
public record ModelChanges(
        Subscription subscription,
        boolean subscriptionChanged,
        List<BlockRow> addedBlocks,
        List<BlockRow> changedBlocks,
        List<UUID> removedBlocks,
        List<ValueRow> addedValues,
        List<ValueRow> changedValues,
        List<ValueRow> removedValues,
        List<RelationRow> putRelations,
        List<RelationRow> removedRelations) {

    /** A row of subscription_instances. */
    public record BlockRow(UUID instanceId, String block, String label, String rootField, int rootOrder) {}

    /** A row of subscription_instance_values; without a value it stands for all rows of the resource type. */
    public record ValueRow(UUID instanceId, String resourceType, int position, String value) {}

    /** A row of subscription_instance_relations. */
    public record RelationRow(UUID inUseBy, UUID dependsOn, int orderId, String field) {}

    static ModelChanges between(SubscriptionModel model, ModelSnapshot current) {
        ModelSnapshot stored = model.stored();
        ModelChanges changes = new ModelChanges(
                current.subscription(),
                stored == null || !stored.subscription().equals(current.subscription()),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (ProductBlock block : model.blocks()) {
            BlockSnapshot now = current.owned().get(block.subscriptionInstanceId());
            if (now != null) {
                changes.compareBlock(block.stored(), now);
            }
        }
        if (stored != null) {
            Set<UUID> removed = new HashSet<>(stored.owned().keySet());
            removed.removeAll(current.owned().keySet());
            changes.removedBlocks.addAll(removed);
        }
        return changes;
    }

    public boolean isNew() {
        return subscription.version() == 0;
    }

    public boolean isEmpty() {
        return !subscriptionChanged && !touchesBlocks();
    }

    /** Whether anything changes beyond the subscription's own fields. */
    boolean touchesBlocks() {
        return Stream.of(
                        addedBlocks,
                        changedBlocks,
                        removedBlocks,
                        addedValues,
                        changedValues,
                        removedValues,
                        putRelations,
                        removedRelations)
                .anyMatch(rows -> !rows.isEmpty());
    }

    private void compareBlock(BlockSnapshot before, BlockSnapshot now) {
        if (before == null) {
            addedBlocks.add(row(now));
            now.values().forEach((name, texts) -> addValues(now.instanceId(), name, texts));
            now.relations().forEach(relation -> putRelations.add(row(now, relation)));
            return;
        }
        if (!row(before).equals(row(now))) {
            changedBlocks.add(row(now));
        }
        compareValues(now.instanceId(), before.values(), now.values());
        compareRelations(before, now);
    }

    private void compareValues(UUID instance, Map<String, List<String>> before, Map<String, List<String>> now) {
        before.forEach((name, texts) -> {
            List<String> changed = now.getOrDefault(name, List.of());
            if (texts.size() == 1 && changed.size() == 1 && !texts.equals(changed)) {
                changedValues.add(new ValueRow(instance, name, 0, changed.getFirst()));
            } else if (!texts.equals(changed)) {
                removedValues.add(new ValueRow(instance, name, 0, null));
                addValues(instance, name, changed);
            }
        });
        now.forEach((name, texts) -> {
            if (!before.containsKey(name)) {
                addValues(instance, name, texts);
            }
        });
    }

    private void addValues(UUID instance, String resourceType, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            addedValues.add(new ValueRow(instance, resourceType, i, texts.get(i)));
        }
    }

    private void compareRelations(BlockSnapshot before, BlockSnapshot now) {
        Set<Relation> same = new HashSet<>(before.relations());
        same.retainAll(new HashSet<>(now.relations()));
        now.relations().stream()
                .filter(relation -> !same.contains(relation))
                .forEach(relation -> putRelations.add(row(now, relation)));
        before.relations().stream()
                .filter(relation -> now.relations().stream().noneMatch(relation::hasSameKeyAs))
                .forEach(relation -> removedRelations.add(row(before, relation)));
    }

    private static BlockRow row(BlockSnapshot block) {
        return new BlockRow(
                block.instanceId(),
                block.block(),
                block.label(),
                block.root() == null ? null : block.root().field(),
                block.root() == null ? 0 : block.root().order());
    }

    private static RelationRow row(BlockSnapshot block, Relation relation) {
        return new RelationRow(block.instanceId(), relation.dependsOn(), relation.order(), relation.field());
    }
}
