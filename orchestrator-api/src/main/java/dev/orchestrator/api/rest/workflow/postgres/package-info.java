/**
 * The workflows' table, by Hibernate Reactive.
 *
 * <p>Start at {@link dev.orchestrator.api.rest.workflow.postgres.WorkflowRow}.
 */
package dev.orchestrator.api.rest.workflow.postgres;
