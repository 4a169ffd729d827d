package dev.orchestrator.api.customer;

import java.util.List;

/** The operator's customers; asked once for each item that is shown, so an implementation answers from memory. */
public interface Customers {
    List<CustomerType> all();

    /** The customer of this id, or what is to be shown in its place: never null. */
    CustomerType customer(String customerId);
}
