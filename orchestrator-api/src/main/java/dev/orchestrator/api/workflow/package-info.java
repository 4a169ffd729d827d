/**
 * The workflows of the operator and the system, read.
 *
 * <p>Start at {@link dev.orchestrator.api.workflow.WorkflowsQuery}. Depends on graphql, listing and product.
 */
package dev.orchestrator.api.workflow;
