package dev.orchestrator.generator.source;

import dev.orchestrator.generator.Names;
import dev.orchestrator.generator.PlannedFiles;
import dev.orchestrator.generator.description.BlockDescription;
import dev.orchestrator.generator.description.FieldDescription;
import dev.orchestrator.generator.description.ProductDescription;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plans the files of an own project that a product's description asks for. */
public final class ProductGenerator {
    private final Path project;
    private final PlannedFiles files;
    private final OwnCode code;
    private final ProductDescription product;

    public ProductGenerator(Path project, PlannedFiles files, ProductDescription product) {
        this.project = project;
        this.files = files;
        this.code = OwnCode.in(project);
        this.product = product;
    }

    /** A class for each block. */
    public void productBlocks() {
        for (BlockDescription block : product.blocks()) {
            files.make(OwnCode.main(code.blocks(), block.type()), new BlockSource(code, block).text());
        }
    }

    /** The model, and its products in the registry. */
    public void product() {
        ProductSource source = new ProductSource(code, product);
        files.make(OwnCode.main(code.types(), product.type()), source.text());
        files.extend(code.registry(), source::register);
    }

    /** The workflows, what they ask, and what people read of both. */
    public void workflows() {
        String folder = code.workflows(product);
        files.make(
                OwnCode.main(folder, "package-info"),
                "/** The workflows of the product type " + product.type() + ". */\npackage " + folder + ";\n");
        for (BlockDescription block : product.blocks()) {
            files.make(OwnCode.main(folder, block.inputType()), new InputSource(code, product, block).text());
        }
        WorkflowSource source = new WorkflowSource(code, product);
        source.texts().forEach((type, text) -> files.make(OwnCode.main(folder, type), text));
        files.extend(
                OwnCode.translations(),
                json -> TranslationLines.add(
                        TranslationLines.add(json, "workflow", source.labels()), "fields", fieldLabels()));
    }

    private Map<String, String> fieldLabels() {
        Map<String, String> labels = new LinkedHashMap<>();
        product.blocks().stream()
                .flatMap(block -> block.fields().stream())
                .map(FieldDescription::name)
                .forEach(name -> labels.put(name, Names.sentence(name)));
        return labels;
    }

    /** Tests of the model, the form and the workflows. */
    public void unitTests() {
        files.make(
                OwnCode.test(code.workflows(product), product.type() + "Test"),
                new UnitTestSource(code, product).text());
    }

    /** The data version that makes the products known to the database, and the workflows as well when they are there. */
    public void migration() {
        DataVersions versions = new DataVersions(project.resolve(OwnCode.dataVersions()));
        MigrationSource source = new MigrationSource(product, versions.sql()).withProducts();
        if (files.text(OwnCode.main(code.workflows(product), "Create" + product.type()))
                .isPresent()) {
            source.withWorkflows(new WorkflowSource(code, product).labels());
        }
        versions.next("Add " + product.name(), source.upgrade(), source.undo())
                .forEach((file, text) -> files.make(OwnCode.dataVersions() + "/" + file, text));
    }
}
