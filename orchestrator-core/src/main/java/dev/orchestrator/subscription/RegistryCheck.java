package dev.orchestrator.subscription;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import dev.orchestrator.product.Catalogue;
import dev.orchestrator.product.Catalogue.BlockEntry;
import dev.orchestrator.product.Catalogue.ProductEntry;
import dev.orchestrator.subscription.ModelField.BlockField;
import dev.orchestrator.subscription.ModelField.FixedInputField;
import dev.orchestrator.subscription.RegistryDifference.Kind;
import dev.orchestrator.subscription.RegistryDifference.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays the registered classes against the catalogue in the database, and names everything in which they differ. */
public final class RegistryCheck {
    private static final ProductEntry NO_PRODUCT = new ProductEntry("", Map.of(), Set.of());
    private static final BlockEntry NO_BLOCK = new BlockEntry(Set.of(), Set.of());

    private final List<RegistryDifference> differences = new ArrayList<>();

    private RegistryCheck() {}

    /**
     * All differences, products first, each part with what it consists of: what is missing in the order in which authors wrote it, what
     * is surplus by name.
     */
    public static List<RegistryDifference> differences(ProductRegistry registry, Catalogue catalogue) {
        RegistryCheck check = new RegistryCheck();
        check.compareProducts(registry, catalogue);
        check.compareBlocks(registry, catalogue);
        check.compare(Part.RESOURCE_TYPE, "", registry.resourceTypes().keySet(), catalogue.resourceTypes());
        return List.copyOf(check.differences);
    }

    /**
     * Refuses a database that the application can't work with, with all that is missing and the command that mends it.
     *
     * @return what the database has beyond the classes, to be logged
     */
    public static List<RegistryDifference> requireMatch(ProductRegistry registry, Catalogue catalogue) {
        List<RegistryDifference> all = differences(registry, catalogue);
        List<Violation> fatal = all.stream()
                .filter(RegistryDifference::isFatal)
                .map(difference -> new Violation("", difference.toString()))
                .toList();
        if (!fatal.isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.INCONSISTENT_DATA,
                    "The product model in the database is not that of this application;"
                            + " 'db migrate-domain-models' writes the migration that is needed",
                    fatal);
        }
        return all;
    }

    private void compareProducts(ProductRegistry registry, Catalogue catalogue) {
        compare(
                Part.PRODUCT,
                "",
                registry.products().keySet(),
                catalogue.products().keySet());
        registry.products().forEach((name, model) -> {
            ProductEntry stored = catalogue.products().getOrDefault(name, NO_PRODUCT);
            if (catalogue.products().containsKey(name)) {
                checkType(name, model, stored);
            }
            compare(
                    Part.FIXED_INPUT,
                    name,
                    names(model.fixedInputs()),
                    stored.fixedInputs().keySet());
            model.fixedInputs().forEach(input -> checkValue(name, input, stored));
            compare(Part.BLOCK_OF_PRODUCT, name, blocks(model.roots()), stored.blocks());
        });
    }

    private void compareBlocks(ProductRegistry registry, Catalogue catalogue) {
        compare(
                Part.PRODUCT_BLOCK,
                "",
                registry.blocks().keySet(),
                catalogue.blocks().keySet());
        registry.blocks().forEach((name, block) -> {
            BlockEntry stored = catalogue.blocks().getOrDefault(name, NO_BLOCK);
            compare(Part.RESOURCE_TYPE_OF_BLOCK, name, names(block.values()), stored.resourceTypes());
            compare(Part.RELATION_OF_BLOCK, name, blocks(block.blocks()), stored.dependsOn());
        });
    }

    private void checkType(String product, ModelType model, ProductEntry stored) {
        if (!stored.productType().equals(model.productType())) {
            differences.add(new RegistryDifference(
                    Kind.CHANGED,
                    Part.PRODUCT_TYPE,
                    product,
                    model.productType(),
                    "it is " + stored.productType() + " in the database"));
        }
    }

    private void checkValue(String product, FixedInputField input, ProductEntry stored) {
        String value = stored.fixedInputs().get(input.name());
        if (value == null) {
            return;
        }
        try {
            input.type().ofText(value);
        } catch (IllegalArgumentException e) {
            differences.add(
                    new RegistryDifference(Kind.INVALID, Part.FIXED_INPUT, product, input.name(), e.getMessage()));
        }
    }

    private void compare(Part part, String owner, Set<String> declared, Set<String> stored) {
        add(Kind.MISSING, part, owner, without(declared, stored));
        add(Kind.SURPLUS, part, owner, without(new TreeSet<>(stored), declared));
    }

    private void add(Kind kind, Part part, String owner, Set<String> names) {
        names.forEach(name -> differences.add(new RegistryDifference(kind, part, owner, name, "")));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> names(Collection<? extends ModelField> fields) {
        return inOrder(fields.stream().map(ModelField::name));
    }

    private static Set<String> blocks(Collection<BlockField> fields) {
        return inOrder(fields.stream().map(field -> field.blockType().name()));
    }

    private static Set<String> inOrder(Stream<String> names) {
        return names.collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
