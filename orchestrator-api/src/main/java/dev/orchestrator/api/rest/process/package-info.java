/**
 * Processes over REST: start, list, look into, resume, abort.
 *
 * <p>Start at {@link dev.orchestrator.api.rest.process.ProcessResource}; it hands each wish to a use case of {@link
 * dev.orchestrator.process}. Lists are those that GraphQL reads, through {@link dev.orchestrator.api.process.Processes}.
 */
package dev.orchestrator.api.rest.process;
