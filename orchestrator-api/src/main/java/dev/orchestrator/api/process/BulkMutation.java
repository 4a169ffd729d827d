package dev.orchestrator.api.process;

import dev.orchestrator.api.access.Operators;
import dev.orchestrator.api.graphql.GraphqlFilter;
import dev.orchestrator.api.graphql.ListArguments;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.process.Operator;
import dev.orchestrator.process.ResumeProcess;
import dev.orchestrator.process.operator.OperatorAction;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** The actions of operators on many processes at a time. */
@GraphQLApi
public class BulkMutation {
    private static final int MOST = 1_000;

    private final ActOnProcesses actions;
    private final ResumeProcess resume;
    private final Operators operators;

    BulkMutation(ActOnProcesses actions, ResumeProcess resume, Operators operators) {
        this.actions = actions;
        this.resume = resume;
        this.operators = operators;
    }

    @Mutation("actOnProcesses")
    @Description(
            "Do one thing to all processes that filters and query select, at most 1,000 a call; a dry run only tells")
    public @NonNull ProcessActionsReply actOnProcesses(
            @NonNull ProcessActionInput action,
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable String query,
            @DefaultValue("false") boolean dryRun,
            @Nullable String reporter,
            @Nullable String reason) {
        try {
            OperatorAction wanted = action.toAction(resume);
            ListRequest request = ListArguments.request(filterBy, null, MOST, null, query);
            Operator operator = operators.of(reporter, reason);
            return ProcessActionsReport.of(
                    dryRun ? actions.rehearse(request, wanted, operator) : actions.act(request, wanted, operator));
        } catch (OrchestratorException refusal) {
            return MutationError.of(refusal);
        }
    }
}
