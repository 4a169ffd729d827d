/** Reads workflows from PostgreSQL. */
package dev.orchestrator.api.workflow.postgres;
