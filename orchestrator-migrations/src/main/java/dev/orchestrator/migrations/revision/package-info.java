/**
 * Writes the next data version from the code: what the registered products and workflows have and the database has not, or has
 * otherwise.
 *
 * <p>Start at {@link dev.orchestrator.migrations.revision.ModelRevision} and {@link
 * dev.orchestrator.migrations.revision.WorkflowRevision}; what code can't know is a {@link
 * dev.orchestrator.migrations.revision.Question}. The functions that the statements call are those of the schema.
 */
package dev.orchestrator.migrations.revision;
