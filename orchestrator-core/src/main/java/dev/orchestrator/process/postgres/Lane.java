package dev.orchestrator.process.postgres;

/**
 * A queue within the queue: the rows of one priority, workflow version and concurrency key, by the time at which they are due.
 *
 * @param target of the workflow
 * @param key empty for none
 */
record Lane(int priority, String workflow, int version, String target, String key) {}
