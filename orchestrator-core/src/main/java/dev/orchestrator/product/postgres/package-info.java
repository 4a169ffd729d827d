/** The catalogue in PostgreSQL. */
package dev.orchestrator.product.postgres;
