package dev.orchestrator.api.customer;

import dev.orchestrator.api.graphql.PageBounds;
import dev.orchestrator.api.listing.Page;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A page of customers. */
@Type("CustomerTypeConnection")
@DefaultNonNull
@Description("Represents a paginated relationship between two entities")
public record CustomerTypeConnection(PageBounds pageInfo, List<@NonNull CustomerType> page) {
    public static CustomerTypeConnection of(Page<CustomerType> page) {
        return new CustomerTypeConnection(PageBounds.of(page), page.items());
    }
}
