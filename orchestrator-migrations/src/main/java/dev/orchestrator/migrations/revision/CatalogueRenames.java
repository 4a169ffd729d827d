package dev.orchestrator.migrations.revision;

import dev.orchestrator.product.Catalogue;
import dev.orchestrator.product.Catalogue.BlockEntry;
import dev.orchestrator.product.Catalogue.ProductEntry;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the catalogue will be after a rename, so that the rest of a data version is compared with that. */
final class CatalogueRenames {
    private CatalogueRenames() {}

    static Catalogue product(Catalogue catalogue, String old, String name) {
        return new Catalogue(keys(catalogue.products(), old, name), catalogue.blocks(), catalogue.resourceTypes());
    }

    static Catalogue block(Catalogue catalogue, String old, String name) {
        return new Catalogue(
                values(
                        catalogue.products(),
                        product -> new ProductEntry(
                                product.productType(), product.fixedInputs(), names(product.blocks(), old, name))),
                values(
                        keys(catalogue.blocks(), old, name),
                        block -> new BlockEntry(block.resourceTypes(), names(block.dependsOn(), old, name))),
                catalogue.resourceTypes());
    }

    static Catalogue fixedInput(Catalogue catalogue, String product, String old, String name) {
        return new Catalogue(
                value(
                        catalogue.products(),
                        product,
                        entry -> new ProductEntry(
                                entry.productType(), keys(entry.fixedInputs(), old, name), entry.blocks())),
                catalogue.blocks(),
                catalogue.resourceTypes());
    }

    static Catalogue resourceType(Catalogue catalogue, String old, String name) {
        return new Catalogue(
                catalogue.products(),
                values(
                        catalogue.blocks(),
                        block -> new BlockEntry(names(block.resourceTypes(), old, name), block.dependsOn())),
                names(catalogue.resourceTypes(), old, name));
    }

    /** In one block only. */
    static Catalogue resourceTypeOfBlock(Catalogue catalogue, String block, String old, String name) {
        return new Catalogue(
                catalogue.products(),
                value(
                        catalogue.blocks(),
                        block,
                        entry -> new BlockEntry(names(entry.resourceTypes(), old, name), entry.dependsOn())),
                catalogue.resourceTypes());
    }

    private static Set<String> names(Set<String> names, String old, String name) {
        return names.stream().map(each -> each.equals(old) ? name : each).collect(Collectors.toSet());
    }

    private static <T> Map<String, T> keys(Map<String, T> map, String old, String name) {
        return map.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().equals(old) ? name : entry.getKey(), Map.Entry::getValue));
    }

    private static <T> Map<String, T> values(Map<String, T> map, UnaryOperator<T> change) {
        return map.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> change.apply(entry.getValue())));
    }

    private static <T> Map<String, T> value(Map<String, T> map, String key, Function<T, T> change) {
        return map.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getKey().equals(key) ? change.apply(entry.getValue()) : entry.getValue()));
    }
}
