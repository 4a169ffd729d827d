package dev.orchestrator.api.subscription;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/**
 * A product block of a subscription in the flat list of all of them.
 *
 * @param id its place in the list
 * @param parent the place of the block that uses it, an earlier one; null for a root
 */
@Type("ProductBlockInstance")
@DefaultNonNull
public record ProductBlockInstance(
        int id,
        @Nullable Integer parent,
        UUID subscriptionInstanceId,
        UUID ownerSubscriptionId,
        Object productBlockInstanceValues,
        @Ignore StoredBlock block) {

    /** Made only when it is asked for: a block may be used by thousands. */
    public List<@NonNull Object> getInUseByRelations() {
        return block.usedBy().stream()
                .<Object>map(use -> Map.of(
                        "subscription_instance_id", use.block().toString(),
                        "subscription_id", use.subscription().toString()))
                .toList();
    }
}
