package dev.orchestrator.generator.source;

import dev.orchestrator.generator.description.BlockDescription;
import dev.orchestrator.generator.description.FieldDescription;
import dev.orchestrator.generator.description.ProductDescription;
import dev.orchestrator.generator.description.ValueKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the data version that makes a product type known to the database, and the one that takes it back. */
final class MigrationSource {
    private final ProductDescription product;
    private final String earlierVersions;
    private final List<String> upgrade = new ArrayList<>();
    private final List<String> undo = new ArrayList<>();

    /** @param earlierVersions their SQL: what they create is not created again */
    MigrationSource(ProductDescription product, String earlierVersions) {
        this.product = product;
        this.earlierVersions = earlierVersions;
    }

    MigrationSource withProducts() {
        for (String name : product.products()) {
            create("product", name, product.type(), product.tag(), product.description());
        }
        fixedInputs();
        product.blocks().forEach(block -> create("product_block", block.type(), block.tag(), block.description()));
        product.products()
                .forEach(name -> add("add_block_to_product", product.root().type(), name));
        product.blocks().forEach(this::fields);
        return this;
    }

    /** @param labels by the names of the workflows */
    MigrationSource withWorkflows(Map<String, String> labels) {
        labels.forEach((name, label) -> {
            String target = name.substring(0, name.indexOf('_')).toUpperCase(Locale.ROOT);
            upgrade.add("SELECT create_workflow(%s, '%s', %s, %s);"
                    .formatted(sql(name), target, target.equals("VALIDATE"), sql(label)));
            add("add_workflow_to_products", name, product.tag());
            undo.add(call("delete_workflow", name));
        });
        return this;
    }

    private void fixedInputs() {
        product.variants()
                .forEach(variant -> variant.values()
                        .forEach((input, value) -> add("create_fixed_input", variant.name(), input, value)));
    }

    private void fields(BlockDescription block) {
        for (FieldDescription field : block.fields()) {
            if (field.kind() == ValueKind.BLOCK) {
                add("add_block_to_block", field.blockType().orElseThrow(), block.type());
            } else {
                String description = field.description().isEmpty() ? field.name() : field.description();
                create("resource_type", field.name(), description);
                add("add_resource_type_to_block", field.name(), block.type());
            }
        }
    }

    private void create(String thing, String name, String... rest) {
        String begin = "create_" + thing + "(" + sql(name);
        boolean known = earlierVersions.contains(begin) || upgrade.stream().anyMatch(line -> line.contains(begin));
        if (!known) {
            List<String> arguments = new ArrayList<>(List.of(name));
            arguments.addAll(List.of(rest));
            add("create_" + thing, arguments.toArray(String[]::new));
            undo.add(call("remove_" + thing, name));
        }
    }

    /** Once: a block that is part of another in two ways is related to it once. */
    private void add(String function, String... arguments) {
        String call = call(function, arguments);
        if (!upgrade.contains(call)) {
            upgrade.add(call);
        }
    }

    private static String call(String function, String... arguments) {
        return "SELECT " + function + "("
                + String.join(
                        ", ",
                        List.of(arguments).stream().map(MigrationSource::sql).toList()) + ");";
    }

    private static String sql(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    String upgrade() {
        return String.join("\n", upgrade) + "\n";
    }

    /** What was created last goes first. */
    String undo() {
        List<String> backwards = new ArrayList<>(undo);
        Collections.reverse(backwards);
        return String.join("\n", backwards) + "\n";
    }
}
