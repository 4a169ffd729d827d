/** What web clients report of their own accord; see {@link dev.orchestrator.api.rest.user.UserResource}. */
package dev.orchestrator.api.rest.user;
