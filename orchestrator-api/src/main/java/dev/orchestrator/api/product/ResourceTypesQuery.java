package dev.orchestrator.api.product;

import dev.orchestrator.api.graphql.GraphqlFilter;
import dev.orchestrator.api.graphql.GraphqlSort;
import dev.orchestrator.api.graphql.ListArguments;
import dev.orchestrator.api.graphql.ListProblems;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The root field {@code resourceTypes} and what hangs below a resource type. */
@GraphQLApi
public class ResourceTypesQuery {
    private final ProductCatalogue catalogue;

    ResourceTypesQuery(ProductCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Query("resourceTypes")
    @Description("Returns list of resource types")
    public @NonNull Uni<ResourceTypeConnection> resourceTypes(
            Context context,
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(ListArguments.FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after,
            String query) {
        return ListProblems.reporting(
                context,
                catalogue.resourceTypes(ListArguments.request(filterBy, sortBy, first, after, query)),
                ResourceTypeConnection::of);
    }

    @Description("Return all product blocks that make use of this resource type")
    public @NonNull Uni<List<@NonNull ProductBlock>> productBlocks(@Source ResourceType resourceType) {
        return resourceType
                .batch()
                .listBelow(resourceType.resourceTypeId(), "productBlocks", catalogue::blocksOfResourceTypes);
    }
}
