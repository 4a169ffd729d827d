/** What readiness reads beyond the catalogue; see {@link dev.orchestrator.api.rest.health.postgres.PostgresStoredWorkflows}. */
package dev.orchestrator.api.rest.health.postgres;
