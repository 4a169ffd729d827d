/**
 * What authors test their workflows with, in unit tests without a database.
 *
 * <p>Start at {@link dev.orchestrator.workflowtest.RecordedProcesses}.
 */
package dev.orchestrator.workflowtest;
