package dev.orchestrator.api.subscription;

import dev.orchestrator.api.graphql.PageBounds;
import dev.orchestrator.api.listing.Page;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A page of subscriptions. */
@Type("SubscriptionInterfaceConnection")
@DefaultNonNull
@Description("Represents a paginated relationship between two entities")
public record SubscriptionInterfaceConnection(PageBounds pageInfo, List<@NonNull SubscriptionInterface> page) {
    public static SubscriptionInterfaceConnection of(Page<SubscriptionInterface> page) {
        return new SubscriptionInterfaceConnection(PageBounds.of(page), page.items());
    }
}
