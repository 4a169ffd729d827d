/**
 * The schedules of workflows: created, changed, deleted and shown.
 *
 * <p>Start at {@link dev.orchestrator.api.rest.schedule.ScheduleResource}. Bodies are those of orchestrator-core, which names
 * triggers and their arguments as APScheduler does: {@link dev.orchestrator.api.rest.schedule.Trigger}. Depends on error, json, listing, workflow
 * and event.
 */
package dev.orchestrator.api.rest.schedule;
