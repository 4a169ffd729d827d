/** The workers and their queue, read for the settings page; see {@link dev.orchestrator.api.rest.settings.postgres.PostgresWorkers}. */
package dev.orchestrator.api.rest.settings.postgres;
