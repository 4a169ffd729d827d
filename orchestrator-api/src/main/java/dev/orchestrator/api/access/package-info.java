/** Who sends a request, as a proxy in front says it. */
package dev.orchestrator.api.access;
