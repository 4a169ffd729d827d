/** The gate that lets nobody in who has to be known and is not. */
package dev.orchestrator.api.rest.access;
