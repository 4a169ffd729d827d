package dev.orchestrator.api.process;

import dev.orchestrator.api.graphql.GraphqlFilter;
import dev.orchestrator.api.graphql.GraphqlSort;
import dev.orchestrator.api.graphql.ListArguments;
import dev.orchestrator.api.graphql.ListProblems;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.subscription.SubscriptionInterface;
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

/** The root fields {@code processes} and {@code process}, and the processes of a subscription. */
@GraphQLApi
public class ProcessesQuery {
    private final Processes processes;

    ProcessesQuery(Processes processes) {
        this.processes = processes;
    }

    @Query("processes")
    @Description("Returns list of processes")
    public @NonNull Uni<ProcessTypeConnection> processes(
            Context context,
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(ListArguments.FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after,
            String query) {
        return ListProblems.reporting(
                context,
                processes.processes(ListArguments.request(filterBy, sortBy, first, after, query)),
                ProcessTypeConnection::of);
    }

    @Query("process")
    @Description("Returns a single process")
    public Uni<ProcessType> process(@NonNull UUID processId) {
        return processes
                .processes(ListRequest.filteredBy("processId", processId.toString(), 1))
                .map(page -> page.items().stream().findFirst().orElse(null));
    }

    @Name("processes")
    @Description("Returns list of processes of the subscription")
    public @NonNull Uni<ProcessTypeConnection> processesOfSubscription(
            Context context,
            @Source SubscriptionInterface subscription,
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(ListArguments.FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after) {
        ListRequest request = ListArguments.request(filterBy, sortBy, first, after, null);
        return ListProblems.reporting(
                context,
                subscription
                        .batch()
                        .oneBelow(
                                subscription.subscriptionId(),
                                List.of("processes", request),
                                subscriptions -> processes.ofSubscriptions(subscriptions, request)),
                ProcessTypeConnection::of);
    }
}
