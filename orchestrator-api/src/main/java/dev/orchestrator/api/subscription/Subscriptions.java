package dev.orchestrator.api.subscription;

import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads subscriptions; each method is one statement at most, however many ids it is given. */
public interface Subscriptions {
    Uni<Page<SubscriptionInterface>> subscriptions(ListRequest request);

    Uni<Map<UUID, SubscriptionInterface>> byId(Collection<UUID> subscriptions);

    Uni<Map<UUID, Page<SubscriptionInterface>>> ofProducts(Collection<UUID> products, ListRequest request);

    Uni<Map<UUID, Page<SubscriptionInterface>>> ofProcesses(Collection<UUID> processes, ListRequest request);

    Uni<Map<UUID, Page<SubscriptionInterface>>> related(
            Collection<UUID> subscriptions, Relations relations, ListRequest request);

    Uni<Map<UUID, List<CustomerDescription>>> customerDescriptions(Collection<UUID> subscriptions);

    /** Each fixed input as {@code {field, value}}. */
    Uni<Map<UUID, List<Object>>> fixedInputs(Collection<UUID> subscriptions);

    /** When the last successful VALIDATE process of each subscription was completed. */
    Uni<Map<UUID, OffsetDateTime>> lastValidatedAt(Collection<UUID> subscriptions);

    /** The blocks that each subscription owns and those that they use, in no order. */
    Uni<Map<UUID, List<StoredBlock>>> blocks(Collection<UUID> subscriptions);

    Uni<List<BlockPlace>> placesOf(Collection<UUID> blocks);

    /**
     * The blocks of this name that have one of the values; those of subscriptions that are not terminated first, of these the newest.
     */
    Uni<List<BlockPlace>> placesWith(String block, String resourceType, Collection<String> values);

    /** The blocks of one subscription, read with those of all that were read together with it. */
    default Uni<List<StoredBlock>> blocksOf(SubscriptionInterface subscription) {
        return subscription.batch().listBelow(subscription.subscriptionId(), "blocks", this::blocks);
    }

    /** The fixed inputs of one subscription, read with those of all that were read together with it. */
    default Uni<List<Object>> fixedInputsOf(SubscriptionInterface subscription) {
        return subscription.batch().listBelow(subscription.subscriptionId(), "fixedInputs", this::fixedInputs);
    }

    /** The subscription that owns a block, read with the owners of all blocks that were read together with it. */
    default Uni<SubscriptionInterface> ownerOf(StoredBlock block) {
        return block.owners().oneBelow(block.owner(), "owner", this::byId);
    }
}
