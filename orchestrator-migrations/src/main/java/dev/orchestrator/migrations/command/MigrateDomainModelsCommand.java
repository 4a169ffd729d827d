package dev.orchestrator.migrations.command;

import dev.orchestrator.migrations.revision.Answers;
import dev.orchestrator.migrations.revision.AnswersFile;
import dev.orchestrator.migrations.revision.Change;
import dev.orchestrator.migrations.revision.ModelRevision;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code db migrate-domain-models}: the next data version from the registered products. */
@Command(
        name = "migrate-domain-models",
        description = "Compares the registered products with the database and writes the data version that brings the"
                + " database to them, asking for what the code can't know.",
        mixinStandardHelpOptions = true)
final class MigrateDomainModelsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Mixin
    AnswerOptions options = new AnswerOptions();

    @Option(
            names = "--updates",
            paramLabel = "FILE",
            description = "A JSON file with what was renamed, or the JSON itself:"
                    + " {\"resource_types\": {\"old\": \"new\"}, \"fixed_inputs\": {\"product\": {\"old\": \"new\"}}},"
                    + " likewise products, product_blocks and block_resource_types. With it, no renames are asked for.")
    String updates;

    MigrateDomainModelsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        WrittenVersion version = new WrittenVersion(surroundings.versionFolder(), out);
        version.requireWritable(options);
        AnswersFile inputs = options.file();
        Optional<AnswersFile> renames = Optional.ofNullable(updates).map(AnswersFile::read);
        Surroundings.Application application = surroundings.applicationAtTheHeads();
        ModelRevision revision = new ModelRevision(application.products(), application.storedProducts());
        List<Change> changes = revision.changes(new Answers(inputs, surroundings.input(), out), inputs, renames);
        version.write(options, changes);
        return ExitCode.OK;
    }
}
