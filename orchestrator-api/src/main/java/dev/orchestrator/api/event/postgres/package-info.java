/** What open web pages are told about, read from the tables; see {@link dev.orchestrator.api.event.postgres.PostgresChangeSource}. */
package dev.orchestrator.api.event.postgres;
