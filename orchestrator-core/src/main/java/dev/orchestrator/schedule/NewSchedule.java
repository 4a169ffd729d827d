package dev.orchestrator.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * A schedule as somebody asks for it.
 *
 * @param name for people; null for the workflow's description
 */
public record NewSchedule(
        UUID workflowId,
        String workflowName,
        String name,
        Cadence cadence,
        MissedRuns missed,
        List<ObjectNode> userInputs) {
    public NewSchedule {
        userInputs = List.copyOf(userInputs);
    }
}
