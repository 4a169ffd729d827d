/**
 * The two heads of a database: the schema, which is ours, and the data, which is the operator's products and workflows.
 *
 * <p>Start at {@link dev.orchestrator.head.Head}. The versions are applied by the migrations program; the others only ask whether
 * that has happened.
 */
package dev.orchestrator.head;
