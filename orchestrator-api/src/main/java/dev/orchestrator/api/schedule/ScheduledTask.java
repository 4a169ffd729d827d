package dev.orchestrator.api.schedule;

import io.smallrye.graphql.api.Nullable;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A workflow that is started at given times. */
@Type("ScheduledTaskGraphql")
public record ScheduledTask(
        @NonNull String id,
        @Nullable String workflowId,
        @Nullable String name,
        @Nullable OffsetDateTime nextRunTime,
        @NonNull String trigger) {}
