package dev.orchestrator.launcher.process;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All that operators do with processes on the command line. */
@Command(
        name = "processes",
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists and shows processes, and acts on them: one, or all that a filter selects.",
        footer = {
            "",
            "Exit codes: 0 done, 1 refused in full or in part, 2 a mistake in the command line, 3 no API answers.",
            "For instance: ./orchestrator processes retry --status failed --failed-reason timeout --dry-run"
        })
public final class ProcessesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private ProcessesCommand() {}

    public static CommandLine group(Desk desk) {
        return new CommandLine(new ProcessesCommand())
                .addSubcommand(new ListCommand(desk))
                .addSubcommand(new ShowCommand(desk))
                .addSubcommand(new ActionCommands.Retry(desk))
                .addSubcommand(new ActionCommands.Resume(desk))
                .addSubcommand(new ActionCommands.Skip(desk))
                .addSubcommand(new ActionCommands.GoBack(desk))
                .addSubcommand(new ActionCommands.EditState(desk))
                .addSubcommand(new ActionCommands.Priority(desk))
                .addSubcommand(new ActionCommands.Due(desk))
                .addSubcommand(new ActionCommands.Abort(desk));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
