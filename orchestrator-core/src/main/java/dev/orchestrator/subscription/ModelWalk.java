package dev.orchestrator.subscription;

import jakarta.annotation.Nullable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All blocks of a model, each once, with the path on which it was first met; without recursion, for chains may be long. */
final class ModelWalk {
    private final Map<UUID, Visit> visits = new LinkedHashMap<>();

    /**
     * A block and where it was first met.
     *
     * @param user null for a root block
     * @param place in the field, when that is a list
     */
    record Visit(ProductBlock block, @Nullable Visit user, ModelField.BlockField field, int place) {
        /** The way from the model to the block, such as {@code user.group}. */
        String path() {
            Deque<String> steps = new ArrayDeque<>();
            for (Visit visit = this; visit != null; visit = visit.user) {
                steps.push(visit.field.name() + (visit.field.presence().list() ? "[" + visit.place + "]" : ""));
            }
            return String.join(".", steps);
        }
    }

    private ModelWalk() {}

    static ModelWalk of(SubscriptionModel model) {
        ModelWalk walk = new ModelWalk();
        Deque<Visit> toDo = new ArrayDeque<>();
        for (ModelField.BlockField root : ModelType.of(model.getClass()).roots()) {
            walk.add(root, model, null, toDo);
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
                add(nested, visit.block(), visit, toDo);
            }
        }
    }

    private void add(ModelField.BlockField field, Object owner, @Nullable Visit user, Deque<Visit> toDo) {
        List<ProductBlock> blocks = field.blocks(owner);
        for (int i = 0; i < blocks.size(); i++) {
            Visit visit = new Visit(blocks.get(i), user, field, i);
            if (visits.putIfAbsent(blocks.get(i).subscriptionInstanceId(), visit) == null) {
                toDo.add(visit);
            }
        }
    }
}
