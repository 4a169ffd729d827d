package dev.orchestrator.api.process;

import dev.orchestrator.api.graphql.GraphqlFilter;
import dev.orchestrator.api.graphql.GraphqlSort;
import dev.orchestrator.api.graphql.ListArguments;
import dev.orchestrator.api.graphql.ListProblems;
import dev.orchestrator.api.listing.ListRequest;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The process that has started another one, and those that one has started. */
@GraphQLApi
public class ProcessFamilyQuery {
    private final Processes processes;

    ProcessFamilyQuery(Processes processes) {
        this.processes = processes;
    }

    @Description("The process whose step has started this one")
    public Uni<ProcessType> parent(@Source ProcessType process) {
        return process.batch().oneBelow(process.processId(), "parent", processes::parents);
    }

    @Description("The processes that steps of this one have started")
    public @NonNull Uni<ProcessTypeConnection> children(
            Context context,
            @Source ProcessType process,
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(ListArguments.FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after) {
        ListRequest request = ListArguments.request(filterBy, sortBy, first, after, null);
        return ListProblems.reporting(
                context,
                process.batch()
                        .oneBelow(
                                process.processId(),
                                List.of("children", request),
                                parents -> processes.children(parents, request)),
                ProcessTypeConnection::of);
    }
}
