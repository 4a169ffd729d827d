package dev.orchestrator.launcher.command;

import dev.orchestrator.embedded.EmbeddedPostgresException;
import dev.orchestrator.generator.GeneratorException;
import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.process.Desk;
import dev.orchestrator.launcher.process.EngineCommand;
import dev.orchestrator.launcher.process.ProcessesCommand;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of development: one word brings a whole orchestrator up, another one takes it down. */
@Command(
        name = "orchestrator",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Runs a whole orchestrator on this machine: PostgreSQL, migrations, API and workers.",
        footer = {"", "Begin with: ./orchestrator up"})
public final class Launcher implements Runnable {
    @Spec
    private CommandSpec spec;

    private Launcher() {}

    /** The start scripts name their folder by {@code orchestrator.root}, and the project in it by {@code orchestrator.project}. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        Surroundings surroundings = new Surroundings(
                new Workspace(
                        Path.of(System.getProperty("orchestrator.root", ".")),
                        System.getProperty("orchestrator.project", "examples/beginner")),
                new Screen(out, Boolean.getBoolean("orchestrator.colour")),
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                System.getenv());
        System.exit(commandLine(surroundings).execute(arguments));
    }

    static CommandLine commandLine(Surroundings surroundings) {
        CommandLine commandLine = new CommandLine(new Launcher())
                .addSubcommand(new UpCommand(surroundings))
                .addSubcommand(new StatusCommand(surroundings))
                .addSubcommand(new DownCommand(surroundings))
                .addSubcommand(new ResetCommand(surroundings))
                .addSubcommand(new LogsCommand(surroundings))
                .addSubcommand(new DatabaseCommand(surroundings))
                .addSubcommand(new PsqlCommand(surroundings))
                .addSubcommand(new DbCommand(surroundings))
                .addSubcommand(new GenerateCommand(surroundings))
                .addSubcommand(InFlightCommand.addTo(ProcessesCommand.group(desk(surroundings)), surroundings))
                .addSubcommand(EngineCommand.group(desk(surroundings)));
        if (surroundings.workspace().isCheckout()) {
            commandLine
                    .addSubcommand(new NewCommand(surroundings))
                    .addSubcommand(new BenchmarkCommand(surroundings))
                    .addSubcommand(new ChaosCommand(surroundings));
        }
        commandLine.getCommandSpec().version("orchestrator " + version());
        addHelpBelow(commandLine);
        commandLine.setExecutionExceptionHandler(Launcher::explain);
        return commandLine;
    }

    static String version() {
        String version = Launcher.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static Desk desk(Surroundings surroundings) {
        return new Desk(
                surroundings.screen(),
                surroundings.input(),
                surroundings.environment(),
                Clock.systemUTC(),
                () -> UpLock.holder(surroundings.workspace())
                        .flatMap(launcher -> RunningStack.read(surroundings.workspace()))
                        .map(stack -> stack.ports().get(Services.API)));
    }

    private static void addHelpBelow(CommandLine group) {
        group.getSubcommands().values().forEach(command -> {
            addHelp(command);
            addHelpBelow(command);
        });
    }

    /** Those that hand on their arguments leave help to the program that they run. */
    private static void addHelp(CommandLine command) {
        if (command.getCommand() instanceof HandsOnArguments) {
            command.setUnmatchedOptionsArePositionalParams(true).setStopAtPositional(true);
            return;
        }
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** Expected refusals are told in their own words; anything else is a defect and shown whole. */
    private static int explain(Exception failure, CommandLine commandLine, CommandLine.ParseResult ignored)
            throws Exception {
        if (failure instanceof LauncherException
                || failure instanceof GeneratorException
                || failure instanceof EmbeddedPostgresException) {
            commandLine.getErr().println(commandLine.getColorScheme().errorText(failure.getMessage()));
            commandLine.getErr().flush();
            return failure instanceof LauncherException refusal ? refusal.exitCode() : CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
