/** The histories of the heads in PostgreSQL, as the migrations program writes them. */
package dev.orchestrator.head.postgres;
