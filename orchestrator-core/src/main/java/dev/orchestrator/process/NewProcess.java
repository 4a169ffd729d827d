package dev.orchestrator.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * A process about to be written.
 *
 * @param start its first row, with the state it begins with
 * @param input the pages that its starter sent
 */
public record NewProcess(
        UUID processId,
        String workflowName,
        int workflowVersion,
        boolean isTask,
        String createdBy,
        ProcessStep start,
        JsonNode input) {}
