package dev.orchestrator.process.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * One thing that happened to a process. Fields that its kind does not have are null.
 *
 * @param name the step, the action or the kind of input
 * @param status how the step ended
 * @param by who started, answered or acted; of a step that a worker ran, whose process it is
 * @param stepKey the step's id in its workflow, below that of its group
 * @param attempt how often the step was tried with this outcome
 * @param earlierAttempts when the earlier ones of these attempts ended
 * @param worker which worker ran the step
 * @param reason why the operator acted
 * @param isSuperseded whether an operator has gone back behind it, so that it does not count any more
 * @param detail what the step added to the state or failed with; what the action was about; what was sent
 */
public record HistoryEntry(
        Kind kind,
        Instant at,
        Instant startedAt,
        String name,
        String status,
        String by,
        String stepKey,
        Integer attempt,
        List<Instant> earlierAttempts,
        String worker,
        String reason,
        boolean isSuperseded,
        JsonNode detail) {
    public HistoryEntry {
        earlierAttempts = List.copyOf(earlierAttempts);
    }

    public HistoryEntry withDetail(JsonNode other) {
        return new HistoryEntry(
                kind,
                at,
                startedAt,
                name,
                status,
                by,
                stepKey,
                attempt,
                earlierAttempts,
                worker,
                reason,
                isSuperseded,
                other);
    }

    /** What kind of thing happened. */
    public enum Kind {
        /** A row of the record: a step, the report of a callback, or what an operator put there. */
        STEP,
        /** Somebody acted on the process. */
        ACTION,
        /** The pages that somebody sent. */
        INPUT
    }
}
