package dev.orchestrator.subscription;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.error.Violation;
import dev.orchestrator.product.ValueType;
import dev.orchestrator.subscription.ModelField.BlockField;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The model classes of all products by name, and every block that can be reached from them; checked when it is made.
 *
 * <p>Everything is in the order in which authors wrote it: products as they are registered, blocks and resource types as the models
 * name them.
 */
@Singleton
public class ProductRegistry {
    private final Map<String, ModelType> products = new LinkedHashMap<>();
    private final Map<String, BlockType> blocks = new LinkedHashMap<>();
    private final Map<String, ValueType> resourceTypes = new LinkedHashMap<>();

    @Inject
    public ProductRegistry(@Any Instance<ProductCatalog> catalogs) {
        // Nobody promises an order of beans, and what is made of it is to be the same each time.
        this(catalogs.stream()
                .sorted(Comparator.comparing(catalog -> catalog.getClass().getName()))
                .toList());
    }

    /** Refuses, with everything that is wrong at once, classes that can't be models. */
    public ProductRegistry(Collection<? extends ProductCatalog> catalogs) {
        List<Violation> violations = new ArrayList<>();
        catalogs.forEach(catalog -> inOrder(catalog).forEach((name, model) -> addProduct(name, model, violations)));
        Set<BlockType> seen = new HashSet<>();
        products.values().stream().distinct().forEach(model -> addModel(model, seen, violations));
        if (!violations.isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.INCONSISTENT_DATA, "The product catalog can't be used", violations);
        }
    }

    /** The models by the name of the product. */
    public Map<String, ModelType> products() {
        return Collections.unmodifiableMap(products);
    }

    /** All blocks by name, nested ones included. */
    public Map<String, BlockType> blocks() {
        return Collections.unmodifiableMap(blocks);
    }

    /** The types of all resource types by name. */
    public Map<String, ValueType> resourceTypes() {
        return Collections.unmodifiableMap(resourceTypes);
    }

    public ModelType model(String product) {
        return find(product)
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.INCONSISTENT_DATA,
                        "No product catalog of this application names the product '" + product + "'; it names "
                                + products.keySet()));
    }

    public Optional<ModelType> find(String product) {
        return Optional.ofNullable(products.get(product));
    }

    public BlockType block(String name) {
        return Optional.ofNullable(blocks.get(name))
                .orElseThrow(() -> new OrchestratorException(
                        ErrorCode.INCONSISTENT_DATA,
                        "No product of this application has a block named '" + name + "'"));
    }

    /** The names of the products whose subscriptions have this model. */
    public Set<String> productsOf(Class<? extends SubscriptionModel> modelClass) {
        return products.entrySet().stream()
                .filter(entry -> modelClass.isAssignableFrom(entry.getValue().modelClass()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A map without an order of its own, as Map.of makes, is taken by name: it would be in another order each time. */
    private static Map<String, Class<? extends SubscriptionModel>> inOrder(ProductCatalog catalog) {
        Map<String, Class<? extends SubscriptionModel>> products = catalog.products();
        return products instanceof SequencedMap ? products : new TreeMap<>(products);
    }

    private void addProduct(String name, Class<? extends SubscriptionModel> modelClass, List<Violation> violations) {
        if (products.put(name, ModelType.of(modelClass)) != null) {
            violations.add(new Violation(name, "is registered twice"));
        }
    }

    private void addModel(ModelType model, Set<BlockType> seen, List<Violation> violations) {
        violations.addAll(ModelClasses.model(model.modelClass()).violations());
        Deque<BlockField> toDo = new ArrayDeque<>(model.roots());
        while (!toDo.isEmpty()) {
            BlockType block = toDo.poll().blockType();
            if (seen.add(block)) {
                addBlock(block, violations);
                toDo.addAll(block.blocks());
            }
        }
    }

    private void addBlock(BlockType block, List<Violation> violations) {
        BlockType known = blocks.putIfAbsent(block.name(), block);
        if (known != null) {
            violations.add(new Violation(
                    block.name(),
                    "is the name of two blocks, " + known.blockClass().getName() + " and "
                            + block.blockClass().getName()));
        }
        violations.addAll(ModelClasses.block(block.blockClass()).violations());
        block.values().forEach(value -> addResourceType(block, value, violations));
    }

    private void addResourceType(BlockType block, ModelField.ValueField value, List<Violation> violations) {
        ValueType known = resourceTypes.putIfAbsent(value.name(), value.type());
        if (known != null && !known.equals(value.type())) {
            violations.add(new Violation(
                    block.blockClass().getSimpleName() + "." + value.field().getName(),
                    "the resource type " + value.name() + " is " + value.type() + " here, but " + known
                            + " in another block"));
        }
    }
}
