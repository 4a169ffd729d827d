package dev.orchestrator.evolution;

import dev.orchestrator.process.Process;
import dev.orchestrator.process.ProcessRecord;
import java.time.Instant;

/**
 * A process in flight as it was read, with what tells whether it has moved since.
 *
 * @param epoch of its place in the queue; null when it has none
 * @param dueAt of its place in the queue; null when it has none
 * @param isHeld whether a worker was running it
 */
public record LiveProcess(ProcessRecord record, Long epoch, Instant dueAt, boolean isHeld) {
    public Process process() {
        return record.process();
    }
}
