package dev.orchestrator.migrations.revision;

import dev.orchestrator.product.Catalogue;
import dev.orchestrator.product.CatalogueUsage;
import dev.orchestrator.product.ValueType;
import dev.orchestrator.subscription.ModelField.FixedInputField;
import dev.orchestrator.subscription.ModelField.ValueField;
import dev.orchestrator.subscription.ProductRegistry;
import dev.orchestrator.subscription.RegistryDifference;
import dev.orchestrator.subscription.RegistryDifference.Kind;
import dev.orchestrator.subscription.RegistryDifference.Part;
import java.util.List;
import java.util.Optional;

/** What the models have and the catalogue has not, or has otherwise; things come before what refers to them. */
record Additions(ProductRegistry registry, Catalogue catalogue, CatalogueUsage usage) {
    private static final int LONGEST_TAG = 255;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final String DESCRIPTION = "description";
    private static final String TAG = "tag";

    void addTo(Draft draft, List<RegistryDifference> differences) {
        of(Part.PRODUCT_TYPE, differences).forEach(difference -> draft.add(productType(difference)));
        of(Part.PRODUCT, differences).forEach(difference -> addProduct(draft, difference.name()));
        of(Part.FIXED_INPUT, differences).forEach(difference -> addFixedInput(draft, difference));
        of(Part.PRODUCT_BLOCK, differences).forEach(difference -> addBlock(draft, difference.name()));
        of(Part.RESOURCE_TYPE, differences).forEach(difference -> addResourceType(draft, difference.name()));
        of(Part.BLOCK_OF_PRODUCT, differences)
                .forEach(difference ->
                        draft.add(blockOf(difference, "add_block_to_product", "take_block_from_product")));
        of(Part.RELATION_OF_BLOCK, differences)
                .forEach(difference -> draft.add(blockOf(difference, "add_block_to_block", "take_block_from_block")));
        of(Part.RESOURCE_TYPE_OF_BLOCK, differences).forEach(difference -> addResourceTypeOfBlock(draft, difference));
    }

    private static List<RegistryDifference> of(Part part, List<RegistryDifference> differences) {
        return differences.stream()
                .filter(difference -> difference.part() == part)
                .toList();
    }

    private Change productType(RegistryDifference difference) {
        String product = difference.owner();
        return new Change(
                Section.CHANGE_PRODUCT_TYPES,
                FunctionCall.of("change_product_type", product, difference.name()),
                FunctionCall.of(
                        "change_product_type",
                        product,
                        catalogue.products().get(product).productType()));
    }

    private void addProduct(Draft draft, String product) {
        String type = registry.model(product).productType();
        String heading = "Product: " + type + " " + product;
        Section section = Section.CREATE_PRODUCTS;
        Question description = new Question(
                section,
                heading,
                "Supply the product description:",
                product,
                DESCRIPTION,
                Question.text(LONGEST_DESCRIPTION));
        Question tag =
                new Question(section, heading, "Supply the product tag:", product, TAG, Question.text(LONGEST_TAG));
        draft.add(
                List.of(description, tag),
                answers -> new Change(
                        section,
                        FunctionCall.of("create_product", product, type, answers.get(tag), answers.get(description)),
                        FunctionCall.of("remove_product", product)));
    }

    private void addFixedInput(Draft draft, RegistryDifference difference) {
        String product = difference.owner();
        String name = difference.name();
        ValueType type = registry.model(product).fixedInputs().stream()
                .filter(field -> field.name().equals(name))
                .map(FixedInputField::type)
                .findFirst()
                .orElseThrow();
        boolean exists = difference.kind() == Kind.INVALID;
        Section section = exists ? Section.CHANGE_FIXED_INPUTS : Section.CREATE_FIXED_INPUTS;
        Question value = new Question(
                section,
                "",
                "Supply fixed input value for product " + product + " and fixed input " + name + ":",
                product,
                name,
                typed(type, false));
        draft.add(List.of(value), answers -> {
            String text = type.toText(type.ofText(answers.get(value)));
            return exists
                    ? new Change(
                            section,
                            FunctionCall.of("change_fixed_input", product, name, text),
                            FunctionCall.of(
                                    "change_fixed_input",
                                    product,
                                    name,
                                    catalogue
                                            .products()
                                            .get(product)
                                            .fixedInputs()
                                            .get(name)))
                    : new Change(
                            section,
                            FunctionCall.of("create_fixed_input", product, name, text),
                            FunctionCall.of("remove_fixed_input", product, name));
        });
    }

    private void addBlock(Draft draft, String block) {
        String heading = "Product block: " + block;
        Section section = Section.CREATE_PRODUCT_BLOCKS;
        Question description = new Question(
                section,
                heading,
                "Supply the product block description:",
                block,
                DESCRIPTION,
                Question.text(LONGEST_DESCRIPTION));
        Question tag =
                new Question(section, heading, "Supply the product block tag:", block, TAG, Question.text(LONGEST_TAG));
        draft.add(
                List.of(description, tag),
                answers -> new Change(
                        section,
                        FunctionCall.of("create_product_block", block, answers.get(tag), answers.get(description)),
                        FunctionCall.of("remove_product_block", block)));
    }

    private static void addResourceType(Draft draft, String type) {
        Question description = new Question(
                Section.CREATE_RESOURCE_TYPES,
                "",
                "Supply description for new resource type " + type + ":",
                type,
                DESCRIPTION,
                Question.text(LONGEST_DESCRIPTION));
        draft.add(
                List.of(description),
                answers -> new Change(
                        Section.CREATE_RESOURCE_TYPES,
                        FunctionCall.of("create_resource_type", type, answers.get(description)),
                        FunctionCall.of("remove_resource_type", type)));
    }

    private static Change blockOf(RegistryDifference difference, String upgrade, String undo) {
        return new Change(
                Section.ADD_BLOCKS,
                FunctionCall.of(upgrade, difference.name(), difference.owner()),
                FunctionCall.of(undo, difference.name(), difference.owner()));
    }

    private void addResourceTypeOfBlock(Draft draft, RegistryDifference difference) {
        String type = difference.name();
        String block = difference.owner();
        long instances = usage.instancesOf(block);
        if (instances == 0) {
            draft.add(resourceTypeOfBlock(type, block, null));
            return;
        }
        ValueField field = registry.block(block).values().stream()
                .filter(value -> value.name().equals(type))
                .findFirst()
                .orElseThrow();
        boolean optional = field.presence().requiredFrom().isEmpty();
        Question value = new Question(
                Section.ADD_RESOURCE_TYPES,
                "",
                "Supply default value for resource type %s in %d existing instances of product block %s%s:"
                        .formatted(type, instances, block, optional ? " (empty for none)" : ""),
                type,
                block,
                typed(field.type(), optional));
        draft.add(List.of(value), answers -> {
            String answer = answers.get(value);
            return resourceTypeOfBlock(
                    type,
                    block,
                    answer.isEmpty() ? null : field.type().toText(field.type().ofText(answer)));
        });
    }

    private static Change resourceTypeOfBlock(String type, String block, String defaultValue) {
        return new Change(
                Section.ADD_RESOURCE_TYPES,
                FunctionCall.of("add_resource_type_to_block", type, block, defaultValue),
                FunctionCall.of("take_resource_type_from_block", type, block));
    }

    private static Question.Check typed(ValueType type, boolean optional) {
        return answer -> {
            if (answer.isEmpty()) {
                return optional ? Optional.empty() : Optional.of("a value is needed");
            }
            try {
                type.ofText(answer);
                return Optional.empty();
            } catch (IllegalArgumentException wrong) {
                return Optional.of(wrong.getMessage() + reason(wrong));
            }
        };
    }

    private static String reason(IllegalArgumentException wrong) {
        return wrong.getCause() == null ? "" : ": " + wrong.getCause().getMessage();
    }
}
