package dev.orchestrator.generator.source;

import dev.orchestrator.generator.GeneratorException;
import dev.orchestrator.generator.Names;
import dev.orchestrator.generator.description.FixedInputDescription;
import dev.orchestrator.generator.description.ProductDescription;
import java.util.stream.Collectors;

/** Writes the model of a product type, and the lines that register its products. */
final class ProductSource {
    private static final String END_OF_REGISTRY = "        return products;\n";

    private final ProductDescription product;
    private final JavaFile file;

    ProductSource(OwnCode code, ProductDescription product) {
        this.product = product;
        this.file = new JavaFile(code.types())
                .use(
                        "dev.orchestrator.subscription.SubscriptionModel",
                        code.blocks() + "." + product.root().type());
    }

    String text() {
        String inputs = product.fixedInputs().stream().map(this::fixedInput).collect(Collectors.joining());
        return file.with("""
                %spublic class %s extends SubscriptionModel {
                %s    public %s %s;
                }
                """.formatted(
                        Words.comment("", product.description()),
                        product.type(),
                        inputs,
                        product.root().type(),
                        Names.camel(product.root().name())));
    }

    private String fixedInput(FixedInputDescription input) {
        file.use("dev.orchestrator.product.FixedInput");
        String type = Names.pascal(input.name());
        return """
                %s    public enum %s {
                %s    }

                    @FixedInput
                    public %s %s;

                """.formatted(
                        Words.comment("    ", input.description()),
                        type,
                        Words.constants("        ", input.values(), file),
                        type,
                        Names.camel(input.name()));
    }

    /** The registry with a line for each product that it has none for. */
    String register(String registry) {
        if (!registry.contains(END_OF_REGISTRY)) {
            throw new GeneratorException(
                    "Products.java has no line '" + END_OF_REGISTRY.strip() + "' to put the new products in front of");
        }
        String lines = product.products().stream()
                .map(name -> line(name, registry))
                .filter(line -> !registry.contains(line))
                .collect(Collectors.joining());
        return registry.replace(END_OF_REGISTRY, lines + END_OF_REGISTRY);
    }

    private String line(String name, String registry) {
        String begin = "        products.put(" + Words.quoted(name) + ", ";
        String line = begin + product.type() + ".class);\n";
        if (registry.contains(begin) && !registry.contains(line)) {
            throw new GeneratorException("The product '" + name + "' is registered already, with another class than "
                    + product.type() + ". Give the product another name, or take its line out of Products.java");
        }
        return line;
    }
}
