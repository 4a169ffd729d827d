package dev.orchestrator.api.customer;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one customer of an operator that has not said who its customers are; it stands for every id. */
@Singleton
@DefaultBean
class DefaultCustomer implements Customers {
    private final CustomerType customer;

    DefaultCustomer(
            @ConfigProperty(name = "orchestrator.customer.id") String id,
            @ConfigProperty(name = "orchestrator.customer.fullname") String fullname,
            @ConfigProperty(name = "orchestrator.customer.shortcode") String shortcode) {
        this.customer = new CustomerType(id, fullname, shortcode);
    }

    @Override
    public List<CustomerType> all() {
        return List.of(customer);
    }

    @Override
    public CustomerType customer(String customerId) {
        return customer;
    }
}
