/**
 * How REST says no: three kinds of bodies, the same for all resources.
 *
 * <p>A refusal of the application is a {@link dev.orchestrator.api.rest.error.ProblemDetail}, a request of the wrong shape an {@link
 * dev.orchestrator.api.rest.error.InvalidRequest}, an incomplete or invalid form a {@link dev.orchestrator.api.rest.error.FormResponse}.
 * {@link dev.orchestrator.api.rest.error.ErrorMappers} is the one place where exceptions become statuses. Resources read their
 * bodies with {@link dev.orchestrator.api.rest.error.JsonBody}. Depends on error, form, state.
 */
package dev.orchestrator.api.rest.error;
