package dev.orchestrator.api.product;

import dev.orchestrator.api.graphql.PageBounds;
import dev.orchestrator.api.listing.Page;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A page of products. */
@Type("ProductTypeConnection")
@DefaultNonNull
@Description("Represents a paginated relationship between two entities")
public record ProductTypeConnection(PageBounds pageInfo, List<@NonNull ProductType> page) {
    public static ProductTypeConnection of(Page<ProductType> page) {
        return new ProductTypeConnection(PageBounds.of(page), page.items());
    }
}
