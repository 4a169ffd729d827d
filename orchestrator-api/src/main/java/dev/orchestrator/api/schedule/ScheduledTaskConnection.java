package dev.orchestrator.api.schedule;

import dev.orchestrator.api.graphql.PageBounds;
import dev.orchestrator.api.listing.Page;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A page of scheduled tasks. */
@Type("ScheduledTaskGraphqlConnection")
@DefaultNonNull
@Description("Represents a paginated relationship between two entities")
public record ScheduledTaskConnection(PageBounds pageInfo, List<@NonNull ScheduledTask> page) {
    public static ScheduledTaskConnection of(Page<ScheduledTask> page) {
        return new ScheduledTaskConnection(PageBounds.of(page), page.items());
    }
}
