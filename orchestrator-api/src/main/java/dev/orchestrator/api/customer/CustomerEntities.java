package dev.orchestrator.api.customer;

import dev.orchestrator.api.graphql.EntitySource;
import dev.orchestrator.api.graphql.Representation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Customers by their id. */
@Singleton
class CustomerEntities implements EntitySource {
    private static final String KEY = "customerId";

    private final Instance<Customers> customers;

    CustomerEntities(Instance<Customers> customers) {
        this.customers = customers;
    }

    @Override
    public Map<String, List<String>> keys() {
        return Map.of("CustomerType", List.of(KEY));
    }

    @Override
    public Uni<List<Object>> find(String type, List<Representation> representations) {
        List<Object> found = new ArrayList<>();
        representations.forEach(one -> found.add(customers.get().customer(one.text(KEY))));
        return Uni.createFrom().item(found);
    }
}
