package dev.orchestrator.process;

import java.util.Optional;

/**
 * What another system reports to a step.
 *
 * @param row what to put on record
 * @param expected the step's newest row as it was read; it has to be the newest still
 */
public record Arrival(ProcessStep row, Optional<ProcessStep> expected) {}
