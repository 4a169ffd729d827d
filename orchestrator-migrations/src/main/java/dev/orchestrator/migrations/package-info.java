/**
 * Brings a database to the two heads of the code: the schema, which is ours, and the data, which is the operator's products and
 * workflows.
 *
 * <p>Start at {@link dev.orchestrator.migrations.DatabaseUpgrade}; {@link dev.orchestrator.head.Head} says where the scripts
 * are, {@link dev.orchestrator.migrations.VersionFolder} writes new ones. The only package that knows Flyway.
 */
package dev.orchestrator.migrations;
