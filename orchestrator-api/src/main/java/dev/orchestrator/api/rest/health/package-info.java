/**
 * Whether this program can do its work: the database answers, and holds what the application's classes expect.
 *
 * <p>Start at {@link dev.orchestrator.api.rest.health.RegistryReadiness}.
 */
package dev.orchestrator.api.rest.health;
