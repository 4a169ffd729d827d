/**
 * The processes, their record and their queue in PostgreSQL, through the reactive client.
 *
 * <p>Each class keeps its statements at its top. {@link dev.orchestrator.process.postgres.PostgresProcessQueue} has the one
 * that takes work off the queue, {@link dev.orchestrator.process.postgres.PostgresCheckpoints} the one that records it.
 */
package dev.orchestrator.process.postgres;
