/**
 * The workflows as the catalogue lists them.
 *
 * <p>Start at {@link dev.orchestrator.api.rest.workflow.WorkflowResource}. Depends on error and json.
 */
package dev.orchestrator.api.rest.workflow;
