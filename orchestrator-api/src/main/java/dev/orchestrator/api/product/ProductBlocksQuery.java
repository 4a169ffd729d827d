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

/** The root field {@code productBlocks} and what hangs below a product block. */
@GraphQLApi
public class ProductBlocksQuery {
    private final ProductCatalogue catalogue;

    ProductBlocksQuery(ProductCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Query("productBlocks")
    @Description("Returns list of product blocks")
    public @NonNull Uni<ProductBlockConnection> productBlocks(
            Context context,
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(ListArguments.FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after,
            String query) {
        return ListProblems.reporting(
                context,
                catalogue.productBlocks(ListArguments.request(filterBy, sortBy, first, after, query)),
                ProductBlockConnection::of);
    }

    @Description("Return all product blocks that this product block depends on")
    public @NonNull Uni<List<@NonNull ProductBlock>> dependsOn(@Source ProductBlock block) {
        return block.batch().listBelow(block.productBlockId(), "dependsOn", catalogue::blocksThatBlocksDependOn);
    }

    @Description("Return all product blocks that uses this product block")
    public @NonNull Uni<List<@NonNull ProductBlock>> inUseBy(@Source ProductBlock block) {
        return block.batch().listBelow(block.productBlockId(), "inUseBy", catalogue::blocksThatUseBlocks);
    }

    @Description("Return resource types")
    public @NonNull Uni<List<@NonNull ResourceType>> resourceTypes(@Source ProductBlock block) {
        return block.batch().listBelow(block.productBlockId(), "resourceTypes", catalogue::resourceTypesOfBlocks);
    }
}
