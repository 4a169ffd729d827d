package dev.orchestrator.migrations.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code db migrate-tasks}: the next data version from the registered tasks of the system. */
@Command(
        name = "migrate-tasks",
        description =
                "Compares the registered tasks of the system with the database and writes the data version that brings"
                        + " the database to them.",
        mixinStandardHelpOptions = true)
final class MigrateTasksCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Mixin
    AnswerOptions options = new AnswerOptions();

    MigrateTasksCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        new WorkflowMigration(surroundings, options, spec.commandLine().getOut()).write(true);
        return ExitCode.OK;
    }
}
