package dev.orchestrator.subscription;

import dev.orchestrator.error.Violation;
import dev.orchestrator.subscription.ModelField.BlockField;
import dev.orchestrator.subscription.ModelField.ValueField;
import dev.orchestrator.subscription.StoredModel.Instance;
import dev.orchestrator.subscription.StoredModel.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The blocks of one load, tied together by their relations. */
final class BlockAssembly {
    private final StoredModel rows;
    private final List<Violation> violations;
    private final Map<UUID, ProductBlock> blocks = new LinkedHashMap<>();
    private final Map<UUID, List<Relation>> relations;

    BlockAssembly(ProductRegistry registry, StoredModel rows, List<Violation> violations) {
        this.rows = rows;
        this.violations = violations;
        rows.instances().forEach(instance -> addBlock(registry, instance));
        this.relations = rows.relations().stream()
                .filter(relation -> blocks.containsKey(relation.inUseBy()))
                .map(this::withField)
                .sorted(Comparator.comparingInt(Relation::orderId))
                .collect(Collectors.groupingBy(Relation::inUseBy));
        blocks.values().forEach(this::setNested);
    }

    ProductBlock get(UUID instanceId) {
        ProductBlock block = blocks.get(instanceId);
        if (block == null) {
            violations.add(new Violation("", "no product of this application has such a block"));
        }
        return block;
    }

    void setRoots(ModelType type, SubscriptionModel model) {
        List<Instance> own = rows.instances().stream()
                .filter(instance -> instance.owner().equals(model.subscriptionId()))
                .sorted(Comparator.comparingInt(Instance::rootOrder))
                .toList();
        Set<UUID> nested = new HashSet<>();
        own.forEach(
                instance -> relationsOf(instance.instanceId()).forEach(relation -> nested.add(relation.dependsOn())));
        for (BlockField root : type.roots()) {
            List<UUID> ids = own.stream()
                    .filter(instance -> instance.rootField() == null
                            // orchestrator-core does not record roots: they are what no block of the same subscription
                            // uses.
                            ? !nested.contains(instance.instanceId())
                                    && isOnlyPlace(root, type.roots(), instance.instanceId())
                            : instance.rootField().equals(root.name()))
                    .map(Instance::instanceId)
                    .toList();
            setBlocks(root, model, "", ids);
        }
    }

    /** To be called once nothing is wrong: from here on, what differs from these rows is a change. */
    void rememberStored() {
        for (Instance instance : rows.instances()) {
            ProductBlock block = blocks.get(instance.instanceId());
            if (block != null) {
                BlockSnapshot.Root root = instance.rootField() == null
                        ? null
                        : new BlockSnapshot.Root(instance.rootField(), instance.rootOrder());
                List<BlockSnapshot.Relation> known = relationsOf(instance.instanceId()).stream()
                        .map(relation ->
                                new BlockSnapshot.Relation(relation.dependsOn(), relation.orderId(), relation.field()))
                        .toList();
                block.stored(BlockSnapshot.of(block, root, known));
            }
        }
    }

    private void addBlock(ProductRegistry registry, Instance instance) {
        BlockType type = registry.blocks().get(instance.block());
        // Where a field of a known class leads to an instance of no known class, setBlocks says so.
        if (type != null) {
            ProductBlock block = type.instantiate();
            block.identify(instance.instanceId(), instance.owner());
            block.label(instance.label());
            type.values().forEach(field -> setValue(type, block, field, instance.values()));
            blocks.put(instance.instanceId(), block);
        }
    }

    private void setValue(BlockType type, ProductBlock block, ValueField field, Map<String, List<String>> values) {
        List<String> texts = values.getOrDefault(field.name(), List.of());
        List<Object> found = new ArrayList<>(texts.size());
        for (String text : texts) {
            try {
                found.add(field.type().ofText(text));
            } catch (IllegalArgumentException e) {
                violations.add(new Violation(path(type.name(), field), e.getMessage()));
            }
        }
        setAll(field, field.presence(), block, type.name(), found);
    }

    private void setNested(ProductBlock user) {
        BlockType type = BlockType.of(user.getClass());
        for (BlockField field : type.blocks()) {
            List<UUID> ids = relationsOf(user.subscriptionInstanceId()).stream()
                    .filter(relation -> field.name().equals(relation.field()))
                    .map(Relation::dependsOn)
                    .toList();
            setBlocks(field, user, type.name(), ids);
        }
    }

    /** Names the field of a relation for which orchestrator-core recorded none, where only one can be meant. */
    private Relation withField(Relation relation) {
        if (relation.field() != null) {
            return relation;
        }
        List<BlockField> all =
                BlockType.of(blocks.get(relation.inUseBy()).getClass()).blocks();
        String field = all.stream()
                .filter(candidate -> isOnlyPlace(candidate, all, relation.dependsOn()))
                .map(BlockField::name)
                .findFirst()
                .orElse(null);
        return new Relation(relation.inUseBy(), relation.dependsOn(), relation.orderId(), field);
    }

    private boolean isOnlyPlace(BlockField field, List<BlockField> all, UUID id) {
        ProductBlock block = blocks.get(id);
        return field.blockClass().isInstance(block)
                && all.stream()
                                .filter(other -> other.blockClass().isInstance(block))
                                .count()
                        == 1;
    }

    private void setBlocks(BlockField field, Object owner, String ownerName, List<UUID> ids) {
        List<Object> found = new ArrayList<>();
        for (UUID id : ids) {
            ProductBlock block = blocks.get(id);
            if (field.blockClass().isInstance(block)) {
                found.add(block);
            } else {
                String actual = block == null ? "of a block that no product of this application has" : block.name();
                violations.add(new Violation(
                        path(ownerName, field), "holds " + field.blockType().name() + ", but " + id + " is " + actual));
            }
        }
        setAll(field, field.presence(), owner, ownerName, found);
    }

    private void setAll(ModelField field, Presence presence, Object owner, String ownerName, List<Object> found) {
        if (presence.list()) {
            field.set(owner, found);
        } else if (found.size() > 1) {
            violations.add(
                    new Violation(path(ownerName, field), "holds one value, but " + found.size() + " are stored"));
        } else {
            field.set(owner, found.isEmpty() ? null : found.getFirst());
        }
    }

    /** Made only where something is wrong: there are many fields. */
    private static String path(String ownerName, ModelField field) {
        return ownerName.isEmpty() ? field.name() : ownerName + "." + field.name();
    }

    private List<Relation> relationsOf(UUID user) {
        return relations.getOrDefault(user, List.of());
    }
}
