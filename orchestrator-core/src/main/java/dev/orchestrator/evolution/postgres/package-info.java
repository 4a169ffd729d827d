/**
 * Live processes in PostgreSQL, through the reactive client: their shapes, their versions, and the record of their migrations.
 *
 * <p>{@link dev.orchestrator.evolution.postgres.MoveStatement} has the statement that puts a process on another version.
 */
package dev.orchestrator.evolution.postgres;
