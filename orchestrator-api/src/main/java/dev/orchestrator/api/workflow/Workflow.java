package dev.orchestrator.api.workflow;

import dev.orchestrator.api.listing.Batch;
import dev.orchestrator.workflow.Target;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Type;

/** A workflow as it is listed. */
@Type("Workflow")
@DefaultNonNull
public record Workflow(
        UUID workflowId,
        String name,
        Target target,
        @Name("isTask") boolean task,
        @Nullable String description,
        OffsetDateTime createdAt,
        @Ignore Batch batch) {}
