/**
 * State migrations over REST, for the web UI: which there are, what each would do, and running them.
 *
 * <p>Start at {@link dev.orchestrator.api.rest.evolution.StateMigrationResource}. May depend on the core's evolution and on the
 * JSON and error packages beside it.
 */
package dev.orchestrator.api.rest.evolution;
