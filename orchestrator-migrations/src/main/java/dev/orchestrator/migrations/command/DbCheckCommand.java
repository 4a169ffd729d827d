package dev.orchestrator.migrations.command;

import dev.orchestrator.migrations.revision.WorkflowRevision;
import dev.orchestrator.subscription.RegistryCheck;
import dev.orchestrator.workflow.StoredWorkflow;
import dev.orchestrator.workflow.WorkflowCheck;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code db check}: the registered products and workflows against the database. */
@Command(
        name = "check",
        description = "Compares the registered products and workflows with the database and prints what differs.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing differs", "1:something differs, or the database cannot be asked"})
final class DbCheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    DbCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<String> differences = differences(surroundings.applicationAtTheHeads());
        PrintWriter out = spec.commandLine().getOut();
        differences.forEach(out::println);
        return differences.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static List<String> differences(Surroundings.Application application) {
        List<StoredWorkflow> stored = application.storedWorkflows().all();
        WorkflowRevision workflows = new WorkflowRevision(
                application.workflows(),
                application.products(),
                stored,
                application.storedProducts().all());
        return Stream.of(
                        RegistryCheck.differences(
                                application.products(),
                                application.storedProducts().catalogue()),
                        WorkflowCheck.differences(application.workflows(), stored),
                        workflows.productDifferences())
                .flatMap(List::stream)
                .map(Object::toString)
                .toList();
    }
}
