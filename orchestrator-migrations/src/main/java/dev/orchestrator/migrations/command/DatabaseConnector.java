package dev.orchestrator.migrations.command;

import dev.orchestrator.migrations.DatabaseUpgrade;

/** Reads the settings when a command needs them, so that help is given without a database. */
@FunctionalInterface
interface DatabaseConnector {
    DatabaseUpgrade database();
}
