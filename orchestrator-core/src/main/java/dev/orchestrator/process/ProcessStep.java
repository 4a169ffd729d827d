package dev.orchestrator.process;

import dev.orchestrator.state.State;
import java.time.Instant;
import java.util.UUID;

/**
 * One row of a process' record.
 *
 * @param key the step's stable id in its workflow, below that of its group
 * @param changes what the step added or changed; for a failure the description of the error
 * @param attempt how often the step has been tried with this same outcome
 */
public record ProcessStep(
        UUID stepId,
        String key,
        String name,
        StepStatus status,
        State changes,
        String createdBy,
        Instant startedAt,
        Instant completedAt,
        int attempt) {}
