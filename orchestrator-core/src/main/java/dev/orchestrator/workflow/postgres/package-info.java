/** The workflows' table in PostgreSQL. */
package dev.orchestrator.workflow.postgres;
