package dev.orchestrator.api.customer;

import dev.orchestrator.api.graphql.GraphqlFilter;
import dev.orchestrator.api.graphql.GraphqlSort;
import dev.orchestrator.api.graphql.ListArguments;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The root field {@code customers}; its filters and sorts are accepted and have no effect. */
@GraphQLApi
public class CustomersQuery {
    private static final String FIRST = "1";

    private final Customers customers;

    CustomersQuery(Customers customers) {
        this.customers = customers;
    }

    @Query("customers")
    @Description("Returns default customer information")
    public @NonNull CustomerTypeConnection customers(
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after) {
        ListRequest request = ListArguments.request(null, null, first, after, null);
        List<CustomerType> all = customers.all();
        int from = Math.min(request.after(), all.size());
        int to = (int) Math.min((long) from + request.first(), all.size());
        return CustomerTypeConnection.of(new Page<>(
                all.subList(from, to), request.after(), all.size(), to < all.size(), List.of(), Page.FieldLists.NONE));
    }
}
