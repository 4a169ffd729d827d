package dev.orchestrator.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A workflow that is started at given times.
 *
 * @param userInputs the pages that its form is answered with each time
 * @param nextRunAt the next due time
 * @param last what came of the last due time; empty before the first
 */
public record Schedule(
        UUID scheduleId,
        UUID workflowId,
        String workflowName,
        String name,
        Cadence cadence,
        MissedRuns missed,
        List<ObjectNode> userInputs,
        Instant nextRunAt,
        Optional<LastRun> last) {

    /**
     * What came of a due time.
     *
     * @param processId the process that was started; null when none was
     * @param problem why none was; null when one was
     */
    public record LastRun(Instant at, UUID processId, String problem) {}
}
