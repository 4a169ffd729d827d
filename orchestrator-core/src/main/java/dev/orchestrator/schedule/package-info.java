/**
 * Workflows that start by themselves: at times of a cron expression, at an interval, or once.
 *
 * <p>Start at {@link dev.orchestrator.schedule.Schedule} and {@link dev.orchestrator.schedule.Cadence}; {@link
 * dev.orchestrator.schedule.FireSchedules} is what the workers call twice a second, and {@link
 * dev.orchestrator.schedule.EditSchedules} what people do. Code declares a schedule by {@link
 * dev.orchestrator.schedule.DefaultSchedule}. May depend on everything above it: error, state, form, workflow, process.
 */
package dev.orchestrator.schedule;
