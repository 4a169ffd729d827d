package dev.orchestrator.evolution;

import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.Trail;
import dev.orchestrator.workflow.WorkflowVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Live processes for which all code has the same answer, since their records have the same steps.
 *
 * @param steps the rows of their records, oldest first: {@code +key} where the step was done, {@code -key} where it was only
 *     reached
 * @param misfit of processes that the engine stopped, what did not fit; empty for all others
 * @param example one of them
 */
public record ProcessShape(
        WorkflowVersion workflow,
        ProcessStatus status,
        List<String> steps,
        Optional<String> misfit,
        int processes,
        UUID example) {
    public ProcessShape {
        steps = List.copyOf(steps);
    }

    Trail trail() {
        Map<String, Boolean> doneByKey = new LinkedHashMap<>();
        for (String step : steps) {
            boolean wasDone = Boolean.TRUE.equals(doneByKey.remove(step.substring(1)));
            doneByKey.put(step.substring(1), wasDone || step.startsWith("+"));
        }
        return Trail.withoutState(doneByKey);
    }

    /** The key of the newest step on record. */
    String newest() {
        return steps.getLast().substring(1);
    }
}
