package dev.orchestrator.api.workflow;

import dev.orchestrator.api.graphql.PageBounds;
import dev.orchestrator.api.listing.Page;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A page of workflows. */
@Type("WorkflowConnection")
@DefaultNonNull
@Description("Represents a paginated relationship between two entities")
public record WorkflowConnection(PageBounds pageInfo, List<@NonNull Workflow> page) {
    public static WorkflowConnection of(Page<Workflow> page) {
        return new WorkflowConnection(PageBounds.of(page), page.items());
    }
}
