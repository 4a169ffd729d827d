package dev.orchestrator.api.graphql;

import dev.orchestrator.api.listing.Sort;
import dev.orchestrator.api.listing.SortOrder;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** One field to sort by. */
@Input("GraphqlSort")
public class GraphqlSort {
    @NonNull
    public String field;

    @DefaultValue("ASC")
    public SortOrder order;

    Sort toSort() {
        return new Sort(field, order == null ? SortOrder.ASC : order);
    }
}
