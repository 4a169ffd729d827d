package dev.orchestrator.api.subscription;

import dev.orchestrator.api.graphql.GraphqlFilter;
import dev.orchestrator.api.graphql.GraphqlSort;
import dev.orchestrator.api.graphql.ListArguments;
import dev.orchestrator.api.graphql.ListProblems;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.product.ProductType;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The root fields {@code subscriptions} and {@code subscription}, and the subscriptions to a product. */
@GraphQLApi
public class SubscriptionsQuery {
    private final Subscriptions subscriptions;

    SubscriptionsQuery(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Query("subscriptions")
    @Description("Returns list of subscriptions")
    public @NonNull Uni<SubscriptionInterfaceConnection> subscriptions(
            Context context,
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(ListArguments.FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after,
            String query) {
        return ListProblems.reporting(
                context,
                subscriptions.subscriptions(ListArguments.request(filterBy, sortBy, first, after, query)),
                SubscriptionInterfaceConnection::of);
    }

    @Query("subscription")
    @Description("Returns a single Subscription")
    public Uni<SubscriptionInterface> subscription(@NonNull UUID id) {
        return subscriptions.byId(List.of(id)).map(found -> found.get(id));
    }

    @Name("subscriptions")
    @Description("Returns list of subscriptions of the product type")
    public @NonNull Uni<SubscriptionInterfaceConnection> subscriptionsOfProduct(
            Context context,
            @Source ProductType product,
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(ListArguments.FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after) {
        ListRequest request = ListArguments.request(filterBy, sortBy, first, after, null);
        return ListProblems.reporting(
                context,
                product.batch()
                        .oneBelow(
                                product.productId(),
                                List.of("subscriptions", request),
                                products -> subscriptions.ofProducts(products, request)),
                SubscriptionInterfaceConnection::of);
    }
}
