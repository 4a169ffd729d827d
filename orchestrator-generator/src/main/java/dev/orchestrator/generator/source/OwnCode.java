package dev.orchestrator.generator.source;

import dev.orchestrator.generator.GeneratorException;
import dev.orchestrator.generator.description.ProductDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the code of an own project is.
 *
 * @param packageName above the packages of products and workflows
 */
record OwnCode(String packageName) {
    private static final String MAIN = "domain/src/main/java";
    private static final Path REGISTRY = Path.of("products", "product_types", "Products.java");

    /** The code of the project in that folder, found by its registry of products. */
    static OwnCode in(Path project) {
        Path main = project.resolve(MAIN);
        List<Path> registries = Files.isDirectory(main) ? registries(main) : List.of();
        if (registries.size() != 1) {
            throw new GeneratorException("Expected one registry " + REGISTRY + " below " + main + ", found "
                    + registries.size() + ". Is this a project that './orchestrator new' has made?");
        }
        Path code =
                main.relativize(registries.getFirst()).getParent().getParent().getParent();
        return new OwnCode(code.toString().replace('/', '.'));
    }

    private static List<Path> registries(Path main) {
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(file -> file.endsWith(REGISTRY)).toList();
        } catch (IOException failure) {
            throw new GeneratorException("Cannot look into " + main + ": " + failure.getMessage(), failure);
        }
    }

    String types() {
        return packageName + ".products.product_types";
    }

    String blocks() {
        return packageName + ".products.product_blocks";
    }

    String workflows(ProductDescription product) {
        return packageName + ".workflows." + product.snakeType();
    }

    static String main(String packageName, String type) {
        return MAIN + "/" + packageName.replace('.', '/') + "/" + type + ".java";
    }

    static String test(String packageName, String type) {
        return "domain/src/test/java/" + packageName.replace('.', '/') + "/" + type + ".java";
    }

    String registry() {
        return main(types(), "Products");
    }

    static String dataVersions() {
        return "domain/src/main/resources/orchestrator/data";
    }

    static String translations() {
        return "domain/src/main/resources/orchestrator/translations/en-GB.json";
    }
}
