package dev.orchestrator.api.process;

import dev.orchestrator.process.operator.HistoryEntry;
import dev.orchestrator.state.Json;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** One thing that happened to a process; fields that its kind does not have are null. */
@Type("ProcessHistoryEntry")
@Description("One thing that happened to a process")
public record ProcessHistoryEntryType(@Ignore HistoryEntry entry) {
    @NonNull
    @Description("step, action or input")
    public String getKind() {
        return entry.kind().name().toLowerCase(Locale.ROOT);
    }

    @NonNull
    public OffsetDateTime getAt() {
        return time(entry.at());
    }

    @Nullable
    public OffsetDateTime getStarted() {
        return time(entry.startedAt());
    }

    @NonNull
    public String getName() {
        return entry.name();
    }

    @Nullable
    public String getStatus() {
        return entry.status();
    }

    @Nullable
    public String getCreatedBy() {
        return entry.by();
    }

    @Nullable
    public String getStepKey() {
        return entry.stepKey();
    }

    @Nullable
    public Integer getAttempt() {
        return entry.attempt();
    }

    @NonNull
    @Description("When the earlier ones of the attempts ended")
    public List<@NonNull OffsetDateTime> getEarlierAttempts() {
        return entry.earlierAttempts().stream()
                .map(ProcessHistoryEntryType::time)
                .toList();
    }

    @Nullable
    public String getWorker() {
        return entry.worker();
    }

    @Nullable
    public String getReason() {
        return entry.reason();
    }

    @Description("Whether an operator has gone back behind it, so that it does not count any more")
    public boolean isSuperseded() {
        return entry.isSuperseded();
    }

    @Nullable
    @Description("What the step added to the state or failed with; what the action was about; what was sent")
    public Object getDetail() {
        return entry.detail() == null ? null : Json.as(entry.detail(), Object.class);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
