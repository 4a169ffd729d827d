/**
 * The command line: {@code db upgrade heads} and the others about the database's versions.
 *
 * <p>Start at {@link dev.orchestrator.migrations.command.MigrationsApplication}. A command parses and prints; what it does is in the
 * package above.
 */
package dev.orchestrator.migrations.command;
