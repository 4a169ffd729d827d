package dev.orchestrator.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.product.Product;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Subscriptions and their models: each call is one round trip, nothing is cached, and calls block unless they give a Uni.
 *
 * <p>Each write is atomic by itself; {@link #within} makes it part of a transaction of the caller's. When that is rolled back,
 * models saved in it must be dropped and loaded anew.
 */
public interface SubscriptionRepository {
    /** The same over the connection of a transaction. */
    SubscriptionRepository within(SqlClient transaction);

    /** A model in INITIAL with its fixed inputs and root blocks; nothing is stored before {@link #save}. */
    SubscriptionModel create(Product product, String customerId);

    /** As {@link #create(Product, String)}, for a product whose subscriptions have this model. */
    <M extends SubscriptionModel> M create(Class<M> modelClass, Product product, String customerId);

    /** The model with all blocks that it reaches, other subscriptions' included, whatever the depth. */
    SubscriptionModel load(UUID subscriptionId);

    <M extends SubscriptionModel> M load(Class<M> modelClass, UUID subscriptionId);

    /** The model and what uses its blocks, for faces that wait for nothing. */
    Uni<DomainModel> loadWithUses(UUID subscriptionId);

    /** A block with all that it reaches, to be referred to from another subscription's model. */
    <B extends ProductBlock> B loadBlock(Class<B> blockClass, UUID instanceId);

    /**
     * Writes what changed since the model was loaded, and raises its version if anything did.
     *
     * <p>Refuses with MODEL_INCOMPLETE blocks or a lifecycle that do not fit one another (if either changed), with
     * VERSION_CONFLICT what somebody else changed meanwhile, and a change to another subscription's block.
     *
     * @return whether anything was written
     */
    boolean save(SubscriptionModel model);

    /** Marks a subscription as being changed or not; raises its version if that is news. */
    void setInsync(UUID subscriptionId, boolean insync);

    /** Active subscriptions with this model, by description: the choices of a form. */
    List<SubscriptionSummary> activeOf(Class<? extends SubscriptionModel> modelClass);

    /** Subscriptions to products of this type in this lifecycle, by description. */
    List<SubscriptionSummary> ofProductType(String productType, SubscriptionLifecycle status);

    Optional<SubscriptionSummary> summary(UUID subscriptionId);

    /** The subscriptions with a block that uses one of this subscription's, nearest first, at most so many steps away. */
    List<RelatedSubscription> inUseBy(UUID subscriptionId, int maxDepth);

    /** The subscriptions with a block that this subscription's blocks use, nearest first, at most so many steps away. */
    List<RelatedSubscription> dependsOn(UUID subscriptionId, int maxDepth);

    /** Free data that is kept with a subscription; empty when there is none. */
    ObjectNode metadata(UUID subscriptionId);

    void setMetadata(UUID subscriptionId, ObjectNode metadata);
}
