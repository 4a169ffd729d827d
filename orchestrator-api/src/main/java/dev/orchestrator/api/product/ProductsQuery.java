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

/** The root field {@code products} and what hangs below a product within the catalogue. */
@GraphQLApi
public class ProductsQuery {
    private final ProductCatalogue catalogue;

    ProductsQuery(ProductCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Query("products")
    @Description("Returns list of products")
    public @NonNull Uni<ProductTypeConnection> products(
            Context context,
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(ListArguments.FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after,
            String query) {
        return ListProblems.reporting(
                context,
                catalogue.products(ListArguments.request(filterBy, sortBy, first, after, query)),
                ProductTypeConnection::of);
    }

    @Description("Return product blocks")
    public @NonNull Uni<List<@NonNull ProductBlock>> productBlocks(@Source ProductType product) {
        return product.batch().listBelow(product.productId(), "productBlocks", catalogue::blocksOfProducts);
    }

    @Description("Returns list of all nested productblock names")
    public @NonNull Uni<List<@NonNull String>> allProductBlockNames(@Source ProductType product) {
        return product.batch()
                .listBelow(product.productId(), "allProductBlockNames", catalogue::allBlockNamesOfProducts);
    }

    @Description("Return fixed inputs")
    public @NonNull Uni<List<@NonNull FixedInput>> fixedInputs(@Source ProductType product) {
        return product.batch().listBelow(product.productId(), "fixedInputs", catalogue::fixedInputsOfProducts);
    }
}
