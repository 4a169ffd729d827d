/** Reads schedules from PostgreSQL. */
package dev.orchestrator.api.schedule.postgres;
