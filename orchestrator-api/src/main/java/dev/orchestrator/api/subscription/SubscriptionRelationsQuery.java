package dev.orchestrator.api.subscription;

import dev.orchestrator.api.graphql.GraphqlFilter;
import dev.orchestrator.api.graphql.GraphqlSort;
import dev.orchestrator.api.graphql.ListArguments;
import dev.orchestrator.api.graphql.ListProblems;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.subscription.Relations.Direction;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The subscriptions that use a subscription, and those that it uses. */
@GraphQLApi
public class SubscriptionRelationsQuery {
    private final Subscriptions subscriptions;

    SubscriptionRelationsQuery(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Description("Returns list of subscriptions that use this subscription")
    public @NonNull Uni<SubscriptionInterfaceConnection> inUseBySubscriptions(
            Context context,
            @Source SubscriptionInterface subscription,
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(ListArguments.FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after,
            SubscriptionRelationFilter inUseByFilter) {
        return related(
                context,
                subscription,
                SubscriptionRelationFilter.relations(Direction.IN_USE_BY, inUseByFilter),
                ListArguments.request(filterBy, sortBy, first, after, null));
    }

    @Description("Returns list of subscriptions that this subscription depends on")
    public @NonNull Uni<SubscriptionInterfaceConnection> dependsOnSubscriptions(
            Context context,
            @Source SubscriptionInterface subscription,
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(ListArguments.FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after,
            SubscriptionRelationFilter dependsOnFilter) {
        return related(
                context,
                subscription,
                SubscriptionRelationFilter.relations(Direction.DEPENDS_ON, dependsOnFilter),
                ListArguments.request(filterBy, sortBy, first, after, null));
    }

    private Uni<SubscriptionInterfaceConnection> related(
            Context context, SubscriptionInterface subscription, Relations relations, ListRequest request) {
        return ListProblems.reporting(
                context,
                subscription
                        .batch()
                        .oneBelow(
                                subscription.subscriptionId(),
                                List.of(relations, request),
                                ids -> subscriptions.related(ids, relations, request)),
                SubscriptionInterfaceConnection::of);
    }
}
