/** What the housekeeping tasks do in PostgreSQL; see {@link dev.orchestrator.housekeeping.postgres.PostgresHousekeeping}. */
package dev.orchestrator.housekeeping.postgres;
