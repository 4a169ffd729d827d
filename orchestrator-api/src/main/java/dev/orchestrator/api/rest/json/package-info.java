/**
 * JSON at the border: the mapper of all REST bodies, times as clients read them.
 *
 * <p>Depends on state.
 */
package dev.orchestrator.api.rest.json;
