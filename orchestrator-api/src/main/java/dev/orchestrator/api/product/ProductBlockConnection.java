package dev.orchestrator.api.product;

import dev.orchestrator.api.graphql.PageBounds;
import dev.orchestrator.api.listing.Page;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A page of product blocks. */
@Type("ProductBlockConnection")
@DefaultNonNull
@Description("Represents a paginated relationship between two entities")
public record ProductBlockConnection(PageBounds pageInfo, List<@NonNull ProductBlock> page) {
    public static ProductBlockConnection of(Page<ProductBlock> page) {
        return new ProductBlockConnection(PageBounds.of(page), page.items());
    }
}
