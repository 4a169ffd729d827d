package dev.orchestrator.api.product;

import dev.orchestrator.api.graphql.PageBounds;
import dev.orchestrator.api.listing.Page;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A page of resource types. */
@Type("ResourceTypeConnection")
@DefaultNonNull
@Description("Represents a paginated relationship between two entities")
public record ResourceTypeConnection(PageBounds pageInfo, List<@NonNull ResourceType> page) {
    public static ResourceTypeConnection of(Page<ResourceType> page) {
        return new ResourceTypeConnection(PageBounds.of(page), page.items());
    }
}
