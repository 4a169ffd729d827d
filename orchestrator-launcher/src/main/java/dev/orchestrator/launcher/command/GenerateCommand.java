package dev.orchestrator.launcher.command;

import dev.orchestrator.generator.GitRepository;
import dev.orchestrator.generator.PlannedFiles;
import dev.orchestrator.generator.description.DescriptionReader;
import dev.orchestrator.generator.source.ProductGenerator;
import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes Java, SQL and tests from the description of a product. */
@Command(
        name = "generate",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Writes what a product needs from its description in YAML; docs/own-project.md tells how to write one.")
final class GenerateCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Workspace workspace;
    private final Screen screen;

    GenerateCommand(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
        this.screen = surroundings.screen();
    }

    /** What all of them need to know. */
    static final class Choices {
        @Option(
                names = "--config-file",
                paramLabel = "FILE",
                required = true,
                description = "The description of the product.")
        private Path description;

        @Option(names = "--dry-run", description = "Shows what would change, and changes nothing.")
        private boolean dryRun;

        @Option(names = "--force", description = "Replaces files that are there and differ.")
        private boolean force;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Generate what?");
    }

    @Command(name = "product-blocks", description = "A class for each product block.")
    int productBlocks(@Mixin Choices choices) {
        return generate(choices, ProductGenerator::productBlocks);
    }

    @Command(name = "product", description = "The model of the subscriptions, and its products in the registry.")
    int product(@Mixin Choices choices) {
        return generate(choices, ProductGenerator::product);
    }

    @Command(
            name = "workflows",
            description = "Workflows that create, modify, validate and terminate, with their forms.")
    int workflows(@Mixin Choices choices) {
        return generate(choices, ProductGenerator::workflows);
    }

    @Command(name = "unit-tests", description = "Tests of model, form and workflows.")
    int unitTests(@Mixin Choices choices) {
        return generate(choices, ProductGenerator::unitTests);
    }

    @Command(
            name = "migration",
            description = "The data version that makes the product known to the database, and its undo.")
    int migration(@Mixin Choices choices) {
        return generate(choices, ProductGenerator::migration);
    }

    private int generate(Choices choices, Consumer<ProductGenerator> part) {
        Path project = workspace.project();
        PlannedFiles files = new PlannedFiles(project);
        part.accept(new ProductGenerator(project, files, DescriptionReader.read(choices.description)));
        if (choices.dryRun) {
            screen.say(
                    files.diff().isEmpty()
                            ? "Nothing would change"
                            : files.diff().stripTrailing());
            return 0;
        }
        if (!choices.force) {
            GitRepository.require(project);
            files.refuseToReplace();
        }
        List<Path> written = files.write();
        screen.say(written.isEmpty() ? "Nothing has changed" : "Wrote");
        written.forEach(file -> screen.say("  " + file));
        return 0;
    }
}
