package dev.orchestrator.process;

import java.util.UUID;

/**
 * The step of a process that started another one.
 *
 * @param stepRun the idempotency key of the step, which is another one once an operator has gone back behind it
 * @param item for which of its items, counted from 0
 */
public record Parent(UUID processId, String stepRun, int item) {}
