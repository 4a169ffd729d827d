package dev.orchestrator.migrations.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code db migrate-workflows}: the next data version from the registered workflows. */
@Command(
        name = "migrate-workflows",
        description = "Compares the registered workflows with the database and writes the data version that brings the"
                + " database to them. Tasks of the system have a command of their own.",
        mixinStandardHelpOptions = true)
final class MigrateWorkflowsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Mixin
    AnswerOptions options = new AnswerOptions();

    MigrateWorkflowsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        new WorkflowMigration(surroundings, options, spec.commandLine().getOut()).write(false);
        return ExitCode.OK;
    }
}
