/** The shapes of live processes in PostgreSQL, through the reactive client. */
package dev.orchestrator.evolution.postgres;
