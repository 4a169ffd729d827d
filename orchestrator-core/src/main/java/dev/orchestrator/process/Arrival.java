package dev.orchestrator.process;

import java.util.Optional;

/**
 * What another system reports to a step.
 *
 * @param endpoint the row that made the route; no state migration may have come behind it
 * @param row what to put on record
 * @param expected the step's newest row as it was read; it has to be the newest still
 */
public record Arrival(ProcessStep endpoint, ProcessStep row, Optional<ProcessStep> expected) {}
