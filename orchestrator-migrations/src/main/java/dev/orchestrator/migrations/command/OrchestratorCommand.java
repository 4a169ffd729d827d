package dev.orchestrator.migrations.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The top of the command line, which does nothing of its own. */
@Command(
        name = "orchestrator-migrations",
        description = "Prepares the database of an orchestrator.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class)
final class OrchestratorCommand {}
