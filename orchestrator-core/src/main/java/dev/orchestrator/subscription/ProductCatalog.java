package dev.orchestrator.subscription;

import java.util.Map;

/** An operator's products: a bean that says which model the subscriptions to each product have. */
public interface ProductCatalog {
    /**
     * The model class by the name of the product; products of one class differ by their fixed inputs.
     *
     * <p>A {@link java.util.LinkedHashMap} keeps the order in which people are asked about new products; others are taken by name.
     */
    Map<String, Class<? extends SubscriptionModel>> products();
}
