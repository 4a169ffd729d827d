package dev.orchestrator.api.schedule;

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

/** The root field {@code scheduledTasks}. */
@GraphQLApi
public class ScheduledTasksQuery {
    private final ScheduledTasks tasks;

    ScheduledTasksQuery(ScheduledTasks tasks) {
        this.tasks = tasks;
    }

    @Query("scheduledTasks")
    @Description("Returns scheduled job information")
    public @NonNull Uni<ScheduledTaskConnection> scheduledTasks(
            Context context,
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(ListArguments.FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after) {
        return ListProblems.reporting(
                context,
                tasks.scheduledTasks(ListArguments.request(filterBy, sortBy, first, after, null)),
                ScheduledTaskConnection::of);
    }
}
