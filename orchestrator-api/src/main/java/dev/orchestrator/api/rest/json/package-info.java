/**
 * JSON at the border: the mapper of all REST bodies, times as clients read them, lists and tags.
 *
 * <p>Depends on error, listing and state.
 */
package dev.orchestrator.api.rest.json;
