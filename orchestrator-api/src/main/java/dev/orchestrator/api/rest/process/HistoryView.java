package dev.orchestrator.api.rest.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.process.operator.HistoryEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that happened to a process; fields that its kind does not have are null.
 *
 * @param kind step, action or input
 * @param superseded whether an operator has gone back behind it, so that it does not count any more
 * @param detail what the step added to the state or failed with; what the action was about; what was sent
 */
@Schema(name = "ProcessHistoryEntrySchema")
@RegisterForReflection
record HistoryView(
        String kind,
        UnixTime at,
        UnixTime started,
        String name,
        String status,
        String createdBy,
        String stepKey,
        Integer attempt,
        List<UnixTime> earlierAttempts,
        String worker,
        String reason,
        boolean superseded,
        @Schema(type = SchemaType.OBJECT, nullable = true) JsonNode detail) {
    static HistoryView of(HistoryEntry entry) {
        return new HistoryView(
                entry.kind().name().toLowerCase(Locale.ROOT),
                UnixTime.of(entry.at()),
                UnixTime.of(entry.startedAt()),
                entry.name(),
                entry.status(),
                entry.by(),
                entry.stepKey(),
                entry.attempt(),
                entry.earlierAttempts().stream().map(UnixTime::of).toList(),
                entry.worker(),
                entry.reason(),
                entry.isSuperseded(),
                entry.detail());
    }
}
