package dev.orchestrator.api.subscription.typed;

import dev.orchestrator.api.graphql.EntitySource;
import dev.orchestrator.api.graphql.Representation;
import dev.orchestrator.api.subscription.SubscriptionInterface;
import dev.orchestrator.api.subscription.Subscriptions;
import dev.orchestrator.subscription.BlockType;
import dev.orchestrator.subscription.ProductRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Subscriptions by their id, and blocks by their id or by a value that is one. */
@Singleton
class TypedEntities implements EntitySource {
    private static final List<String> SUBSCRIPTION_KEYS = List.of(SubscriptionTypes.KEY);

    private final ProductRegistry registry;
    private final Instance<Subscriptions> subscriptions;
    private final Map<String, List<String>> keys = new HashMap<>(Map.of(
            SubscriptionTypes.FACE, SUBSCRIPTION_KEYS,
            SubscriptionTypes.PLAIN, SUBSCRIPTION_KEYS));
    private final Map<String, BlockType> blocks = new HashMap<>();
    private SubscriptionTypes models;

    TypedEntities(ProductRegistry registry, Instance<Subscriptions> subscriptions) {
        this.registry = registry;
        this.subscriptions = subscriptions;
    }

    /** To be called once the types are made, before anybody can ask. */
    void are(SubscriptionTypes subscriptionTypes, BlockTypes blockTypes) {
        models = subscriptionTypes;
        registry.products().values().forEach(model -> keys.put(models.nameOf(model), SUBSCRIPTION_KEYS));
        for (BlockType block : registry.blocks().values()) {
            blocks.put(blockTypes.nameOf(block), block);
            keys.put(blockTypes.nameOf(block), BlockTypes.keys(block));
        }
    }

    @Override
    public Map<String, List<String>> keys() {
        return Map.copyOf(keys);
    }

    @Override
    public Uni<List<Object>> find(String type, List<Representation> representations) {
        BlockType block = blocks.get(type);
        return block == null
                ? Representation.byId(representations, SubscriptionTypes.KEY, subscriptions.get()::byId)
                        .map(found -> found.stream()
                                .map(subscription -> is(subscription, type) ? subscription : null)
                                .toList())
                : new BlockEntities(registry, subscriptions.get(), block).find(representations);
    }

    private boolean is(Object subscription, String type) {
        return type.equals(SubscriptionTypes.FACE)
                || type.equals(SubscriptionTypes.PLAIN)
                || (subscription instanceof SubscriptionInterface found
                        && models.nameOf(found).equals(type));
    }
}
