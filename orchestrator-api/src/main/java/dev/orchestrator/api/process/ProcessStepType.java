package dev.orchestrator.api.process;

import dev.orchestrator.process.ProcessTimeline.Line;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import io.smallrye.graphql.api.Deprecated;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A line of a process' timeline; of a step that is still to come only name and status are known. */
@Type("ProcessStepType")
public record ProcessStepType(@Ignore Line line) {
    @Nullable
    public UUID getStepId() {
        return line.stepId();
    }

    @NonNull
    public String getName() {
        return line.name();
    }

    @NonNull
    public String getStatus() {
        return line.status().wireName();
    }

    @Nullable
    public String getCreatedBy() {
        return line.createdBy();
    }

    @Nullable
    @Deprecated(reason = "Deprecated, use 'started' and 'completed' for step start and completion times")
    public OffsetDateTime getExecuted() {
        return time(line.completed());
    }

    @Nullable
    public OffsetDateTime getStarted() {
        return time(line.started());
    }

    @Nullable
    public OffsetDateTime getCompleted() {
        return time(line.completed());
    }

    /** None: a workflow's version, not a commit, says which code ran. */
    @Nullable
    public String getCommitHash() {
        return null;
    }

    /** The whole state after the step. */
    @Nullable
    public Object getState() {
        return document(line.state());
    }

    /** What the step added or changed. */
    @Nullable
    public Object getStateDelta() {
        return document(line.delta());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Object document(State state) {
        return state == null ? null : Json.as(state.toJson(), Object.class);
    }
}
