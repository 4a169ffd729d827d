package dev.orchestrator.api.schedule;

import dev.orchestrator.api.graphql.GraphqlFilter;
import dev.orchestrator.api.graphql.GraphqlSort;
import dev.orchestrator.api.graphql.ListArguments;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import dev.orchestrator.api.listing.Page.FieldLists;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The root field {@code scheduledTasks}. */
@GraphQLApi
public class ScheduledTasksQuery {
    private static final List<String> FIELDS =
            List.of("id", "name", "nextRunTime", "next_run_time", "trigger", "workflowId", "workflow_id");

    @Query("scheduledTasks")
    @Description("Returns scheduled job information. Nothing can be scheduled yet, so the list is empty.")
    public @NonNull ScheduledTaskConnection scheduledTasks(
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(ListArguments.FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after) {
        ListRequest request = ListArguments.request(filterBy, sortBy, first, after, null);
        return ScheduledTaskConnection.of(
                new Page<>(List.of(), request.after(), 0, false, List.of(), new FieldLists(FIELDS, FIELDS)));
    }
}
