/** Reads the catalogue from PostgreSQL: the lists and what hangs below them. */
package dev.orchestrator.api.product.postgres;
