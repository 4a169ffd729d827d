/**
 * The database that the services are given: one of the launcher's own or one that the user names.
 *
 * <p>Start at {@link dev.orchestrator.launcher.database.DatabaseAccess}.
 */
package dev.orchestrator.launcher.database;
