package dev.orchestrator.migrations.command;

import picocli.CommandLine.Command;

/** Groups the commands about live processes that need this program's workflows. */
@Command(
        name = "processes",
        description = "Tells what becomes of live processes under the workflows of this build, and moves them there.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ProcessesCommand {}
