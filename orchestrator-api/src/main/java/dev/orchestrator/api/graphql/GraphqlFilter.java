package dev.orchestrator.api.graphql;

import dev.orchestrator.api.listing.Filter;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** One condition that the items of a list must meet. */
@Input("GraphqlFilter")
public class GraphqlFilter {
    @NonNull
    public String field;

    @NonNull
    public String value;

    Filter toFilter() {
        return new Filter(field, value);
    }
}
