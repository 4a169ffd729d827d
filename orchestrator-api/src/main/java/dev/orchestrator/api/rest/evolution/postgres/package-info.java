/** The record of state migrations in PostgreSQL; see {@link dev.orchestrator.api.rest.evolution.postgres.PostgresMigrationRecord}. */
package dev.orchestrator.api.rest.evolution.postgres;
