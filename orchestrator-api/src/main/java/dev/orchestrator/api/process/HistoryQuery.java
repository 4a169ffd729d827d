package dev.orchestrator.api.process;

import dev.orchestrator.process.ProcessAction;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What happened to a process, and what may be done to it now. */
@GraphQLApi
public class HistoryQuery {
    private final ShownHistory history;
    private final Stacks stacks;

    HistoryQuery(ShownHistory history, Stacks stacks) {
        this.history = history;
        this.stacks = stacks;
    }

    @Description(
            "All that happened to the process, oldest first: steps and attempts, actions and input, who, when and why")
    public @NonNull Uni<List<@NonNull ProcessHistoryEntryType>> history(@Source ProcessType process) {
        return process.batch()
                .listBelow(
                        process.processId(),
                        "history",
                        ids -> Uni.createFrom()
                                .item(() -> history.of(ids))
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .map(entries ->
                        entries.stream().map(ProcessHistoryEntryType::new).toList());
    }

    @Description("Get traceback")
    public String traceback(@Source ProcessType process) {
        return stacks.visible(process.process().traceback());
    }

    @Description("The actions that the status of the process allows")
    public @NonNull List<@NonNull String> allowedActions(@Source ProcessType process) {
        return ProcessAction.allowedAt(process.lastStatus()).stream()
                .map(ProcessAction::wireName)
                .toList();
    }
}
