package dev.orchestrator.launcher.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the project's migrations program, on the development database, with whatever it is asked. */
@Command(
        name = "db",
        description =
                "Compares, writes and upgrades the versions of the database; everything behind the word is handed on.")
final class DbCommand implements Callable<Integer>, HandsOnArguments {
    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "For the migrations, --help for instance.")
    private List<String> arguments = List.of();

    private final ProjectMigrations migrations;

    DbCommand(Surroundings surroundings) {
        this.migrations = new ProjectMigrations(surroundings);
    }

    @Override
    public Integer call() {
        return migrations.run(List.of("db"), arguments);
    }
}
