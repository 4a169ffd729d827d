/** Reads processes and their steps from PostgreSQL. */
package dev.orchestrator.api.process.postgres;
