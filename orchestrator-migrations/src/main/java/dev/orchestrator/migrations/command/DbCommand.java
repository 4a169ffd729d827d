package dev.orchestrator.migrations.command;

import picocli.CommandLine.Command;

/** Groups the commands about the database's versions. */
@Command(
        name = "db",
        description = "Compares and upgrades the versions of the database.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DbCommand {}
