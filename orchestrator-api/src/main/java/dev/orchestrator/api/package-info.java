/**
 * The faces of the orchestrator for people and programs: REST, GraphQL and events, over the core's use cases.
 *
 * <p>One package a feature, as in the core; what all lists share is in {@link dev.orchestrator.api.listing}.
 */
package dev.orchestrator.api;
