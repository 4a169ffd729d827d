/**
 * The schedules' table, through the reactive client.
 *
 * <p>Start at {@link dev.orchestrator.schedule.postgres.PostgresScheduleRepository}: its statements stand at its top.
 */
package dev.orchestrator.schedule.postgres;
