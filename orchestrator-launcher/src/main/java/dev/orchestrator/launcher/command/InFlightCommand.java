package dev.orchestrator.launcher.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A command about live processes for which the project's own workflows are needed: its migrations program has them. */
@Command
final class InFlightCommand implements Callable<Integer>, HandsOnArguments {
    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "For the migrations, --help for instance.")
    private List<String> arguments = List.of();

    private final String name;
    private final ProjectMigrations migrations;

    private InFlightCommand(String name, ProjectMigrations migrations) {
        this.name = name;
        this.migrations = migrations;
    }

    /** Adds them all to the commands about processes. */
    static CommandLine addTo(CommandLine processes, Surroundings surroundings) {
        ProjectMigrations migrations = new ProjectMigrations(surroundings);
        return processes
                .addSubcommand(command("check", "Lays live processes against the project's workflows.", migrations))
                .addSubcommand(
                        command("export", "Writes histories of live processes for unit tests to replay.", migrations))
                .addSubcommand(
                        command("migrate", "Takes live processes to another version of their workflow.", migrations));
    }

    private static CommandLine command(String name, String description, ProjectMigrations migrations) {
        CommandLine command = new CommandLine(new InFlightCommand(name, migrations));
        command.getCommandSpec().name(name).usageMessage().description(description);
        return command;
    }

    @Override
    public Integer call() {
        return migrations.run(List.of("processes", name), arguments);
    }
}
