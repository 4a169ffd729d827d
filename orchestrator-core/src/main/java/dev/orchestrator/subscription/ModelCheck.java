package dev.orchestrator.subscription;

import dev.orchestrator.error.Violation;
import dev.orchestrator.subscription.ModelField.BlockField;
import dev.orchestrator.subscription.ModelField.FixedInputField;
import dev.orchestrator.subscription.ModelField.ValueField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lays a model against what its lifecycle demands, and finds everything that is missing or too much at once. */
public final class ModelCheck {
    private final SubscriptionLifecycle lifecycle;
    private final List<Violation> violations = new ArrayList<>();

    private ModelCheck(SubscriptionLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** What keeps the model from being saved as it is. */
    public static List<Violation> violations(SubscriptionModel model) {
        return violations(model, model.status());
    }

    /** What would keep the model from being saved in that lifecycle. Blocks of other subscriptions are their owners' business. */
    public static List<Violation> violations(SubscriptionModel model, SubscriptionLifecycle lifecycle) {
        ModelCheck check = new ModelCheck(lifecycle);
        check.checkModel(model);
        for (ModelWalk.Visit visit : ModelWalk.of(model).visits()) {
            UUID owner = visit.block().ownerSubscriptionId();
            if (owner == null || owner.equals(model.subscriptionId())) {
                check.checkBlock(visit);
            }
        }
        return List.copyOf(check.violations);
    }

    private void checkModel(SubscriptionModel model) {
        for (ModelField field : ModelType.of(model.getClass()).fields()) {
            switch (field) {
                case FixedInputField input -> checkFixedInput(input, model);
                case BlockField root -> checkRoot(root, model);
                case ValueField value -> throw new IllegalStateException("A model has no values of its own");
            }
        }
    }

    private void checkBlock(ModelWalk.Visit visit) {
        for (ModelField field : BlockType.of(visit.block().getClass()).fields()) {
            String path = visit.path() + "." + field.name();
            switch (field) {
                case ValueField value ->
                    check(path, value.presence(), value.values(visit.block()).size());
                case BlockField nested ->
                    check(path, nested.presence(), nested.blocks(visit.block()).size());
                case FixedInputField input -> throw new IllegalStateException("A block has no fixed inputs");
            }
        }
    }

    private void checkFixedInput(FixedInputField input, SubscriptionModel model) {
        Object value = input.get(model);
        Optional<String> fixed = model.product().fixedInput(input.name());
        if (value == null || !fixed.equals(Optional.of(input.type().toText(value)))) {
            violations.add(new Violation(
                    input.name(),
                    "is fixed to " + fixed.orElse("nothing") + " by the product "
                            + model.product().name() + ", but is " + value));
        }
    }

    private void checkRoot(BlockField root, SubscriptionModel model) {
        List<ProductBlock> blocks = root.blocks(model);
        check(root.name(), root.presence(), blocks.size());
        for (ProductBlock block : blocks) {
            if (block.ownerSubscriptionId() != null && !block.isOwnedBy(model.subscriptionId())) {
                violations.add(new Violation(
                        root.name(),
                        "is a block of subscription " + block.ownerSubscriptionId()
                                + "; a model's root blocks must be its own"));
            }
        }
    }

    private void check(String path, Presence presence, int count) {
        if (count > presence.max()) {
            violations.add(new Violation(path, "can have " + presence.max() + " at most, but has " + count));
        }
        if (!presence.isRequiredIn(lifecycle)) {
            return;
        }
        String since = presence.requiredFrom().orElseThrow().wireName();
        if (!presence.list() && count == 0) {
            violations.add(new Violation(path, "is required from " + since + " on"));
        } else if (presence.list() && count < presence.min()) {
            violations.add(new Violation(
                    path, "must have at least " + presence.min() + " from " + since + " on, but has " + count));
        }
    }
}
