package dev.orchestrator.api.process;

import dev.orchestrator.api.graphql.PageBounds;
import dev.orchestrator.api.listing.Page;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A page of processes. */
@Type("ProcessTypeConnection")
@DefaultNonNull
@Description("Represents a paginated relationship between two entities")
public record ProcessTypeConnection(PageBounds pageInfo, List<@NonNull ProcessType> page) {
    public static ProcessTypeConnection of(Page<ProcessType> page) {
        return new ProcessTypeConnection(PageBounds.of(page), page.items());
    }
}
