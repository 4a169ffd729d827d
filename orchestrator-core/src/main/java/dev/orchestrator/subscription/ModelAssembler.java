package dev.orchestrator.subscription;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import dev.orchestrator.product.Product;
import dev.orchestrator.subscription.ModelField.BlockField;
import dev.orchestrator.subscription.ModelField.FixedInputField;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes models of authors' classes: new ones for a product, and stored ones from their rows. */
public final class ModelAssembler {
    private final ProductRegistry registry;
    private final Clock clock;

    public ModelAssembler(ProductRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** A model in INITIAL that is not yet stored, with its fixed inputs and a new block in each root that is ever required. */
    public SubscriptionModel create(Product product, String customerId) {
        ModelType type = registry.model(product.name());
        SubscriptionModel model = type.instantiate();
        model.bind(Subscription.initial(UUID.randomUUID(), product, customerId), clock);
        List<Violation> violations = new ArrayList<>();
        setFixedInputs(type, model, violations);
        refuse("Subscriptions to " + product.name() + " can't be created", violations);
        for (BlockField root : type.roots()) {
            if (!root.presence().list() && root.presence().requiredFrom().isPresent() && root.get(model) == null) {
                root.set(model, root.blockType().instantiate());
            }
            root.blocks(model).forEach(block -> block.adopt(model.subscriptionId()));
        }
        return model;
    }

    /** The model of these rows; a block that is used more than once is one object. */
    public SubscriptionModel assemble(StoredModel rows) {
        Subscription subscription = rows.subscription();
        ModelType type = registry.model(subscription.product().name());
        SubscriptionModel model = type.instantiate();
        model.bind(subscription, clock);
        List<Violation> violations = new ArrayList<>();
        setFixedInputs(type, model, violations);
        BlockAssembly blocks = new BlockAssembly(registry, rows, violations);
        blocks.setRoots(type, model);
        refuse("Subscription " + subscription.description() + " does not fit its model", violations);
        blocks.rememberStored();
        model.stored(ModelSnapshot.ofLoaded(model));
        return model;
    }

    /** A single block of these rows, with all that it depends on. */
    public ProductBlock assembleBlock(StoredModel rows, UUID instanceId) {
        List<Violation> violations = new ArrayList<>();
        BlockAssembly blocks = new BlockAssembly(registry, rows, violations);
        ProductBlock block = blocks.get(instanceId);
        refuse("Block " + instanceId + " does not fit its class", violations);
        blocks.rememberStored();
        return block;
    }

    private static void setFixedInputs(ModelType type, SubscriptionModel model, List<Violation> violations) {
        Product product = model.product();
        for (FixedInputField input : type.fixedInputs()) {
            String text = product.fixedInputs().get(input.name());
            if (text == null) {
                violations.add(new Violation(
                        input.name(),
                        "the product " + product.name()
                                + " has no such fixed input; run 'db migrate-domain-models', which adds it"));
                continue;
            }
            try {
                input.set(model, input.type().ofText(text));
            } catch (IllegalArgumentException e) {
                violations.add(new Violation(input.name(), e.getMessage()));
            }
        }
    }

    private static void refuse(String message, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new OrchestratorException(ErrorCode.INCONSISTENT_DATA, message, violations);
        }
    }
}
