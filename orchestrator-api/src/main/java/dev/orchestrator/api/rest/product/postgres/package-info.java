/**
 * The tables of the catalogue, by Hibernate Reactive: entities are read with what belongs to them in a fixed number of
 * statements, never one by one.
 *
 * <p>Start at {@link dev.orchestrator.api.rest.product.postgres.PostgresProducts}.
 */
package dev.orchestrator.api.rest.product.postgres;
