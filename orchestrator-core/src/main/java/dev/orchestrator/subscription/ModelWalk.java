package dev.orchestrator.subscription;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All blocks of a model, each once, with the path on which it was first met; without recursion, for chains may be long. */
final class ModelWalk {
    private final Map<UUID, Visit> visits = new LinkedHashMap<>();

    /** A block and the first path to it, such as {@code user.group}. */
    record Visit(ProductBlock block, String path) {}

    private ModelWalk() {}

    static ModelWalk of(SubscriptionModel model) {
        ModelWalk walk = new ModelWalk();
        Deque<Visit> toDo = new ArrayDeque<>();
        for (ModelField.BlockField root : ModelType.of(model.getClass()).roots()) {
            walk.add(root, model, "", toDo);
        }
        walk.visitAll(toDo);
        return walk;
    }

    List<Visit> visits() {
        return List.copyOf(visits.values());
    }

    List<ProductBlock> blocks() {
        return visits.values().stream().map(Visit::block).toList();
    }

    private void visitAll(Deque<Visit> toDo) {
        while (!toDo.isEmpty()) {
            Visit visit = toDo.poll();
            for (ModelField.BlockField nested :
                    BlockType.of(visit.block().getClass()).blocks()) {
                add(nested, visit.block(), visit.path() + ".", toDo);
            }
        }
    }

    private void add(ModelField.BlockField field, Object owner, String prefix, Deque<Visit> toDo) {
        List<ProductBlock> blocks = new ArrayList<>(field.blocks(owner));
        for (int i = 0; i < blocks.size(); i++) {
            String path = prefix + field.name() + (field.presence().list() ? "[" + i + "]" : "");
            Visit visit = new Visit(blocks.get(i), path);
            if (visits.putIfAbsent(blocks.get(i).subscriptionInstanceId(), visit) == null) {
                toDo.add(visit);
            }
        }
    }
}
