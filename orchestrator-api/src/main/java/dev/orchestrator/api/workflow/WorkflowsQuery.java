package dev.orchestrator.api.workflow;

import dev.orchestrator.api.access.Operators;
import dev.orchestrator.api.graphql.GraphqlFilter;
import dev.orchestrator.api.graphql.GraphqlSort;
import dev.orchestrator.api.graphql.ListArguments;
import dev.orchestrator.api.graphql.ListProblems;
import dev.orchestrator.api.product.ProductType;
import dev.orchestrator.process.Permissions;
import dev.orchestrator.workflow.WorkflowRegistry;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The root field {@code workflows}, what hangs below a workflow, and the workflows of a product. */
@GraphQLApi
public class WorkflowsQuery {
    private final Workflows workflows;
    private final WorkflowRegistry registry;
    private final Permissions permissions;
    private final Operators operators;

    WorkflowsQuery(Workflows workflows, WorkflowRegistry registry, Permissions permissions, Operators operators) {
        this.workflows = workflows;
        this.registry = registry;
        this.permissions = permissions;
        this.operators = operators;
    }

    @Query("workflows")
    @Description("Returns list of workflows")
    public @NonNull Uni<WorkflowConnection> workflows(
            Context context,
            @Nullable List<@NonNull GraphqlFilter> filterBy,
            @Nullable List<@NonNull GraphqlSort> sortBy,
            @DefaultValue(ListArguments.FIRST) Integer first,
            @DefaultValue(ListArguments.AFTER) Integer after,
            String query) {
        return ListProblems.reporting(
                context,
                workflows.workflows(ListArguments.request(filterBy, sortBy, first, after, query)),
                WorkflowConnection::of);
    }

    @Description("Return all products that can use this workflow")
    public @NonNull Uni<List<@NonNull ProductType>> products(@Source Workflow workflow) {
        return workflow.batch().listBelow(workflow.workflowId(), "products", workflows::productsOfWorkflows);
    }

    @Description("Return whether the currently logged-in used is allowed to start this workflow")
    @Name("isAllowed")
    public boolean allowed(@Source Workflow workflow) {
        return permissions.mayStart(workflow.name(), operators.current());
    }

    @Description("Return all steps for this workflow; none when this program does not have it")
    public List<@NonNull Step> steps(@Source Workflow workflow) {
        return registry.steps(workflow.name()).map(Step::of).orElse(List.of());
    }

    @Name("workflows")
    @Description("Return workflows")
    public @NonNull Uni<List<@NonNull Workflow>> workflowsOfProduct(@Source ProductType product) {
        return product.batch().listBelow(product.productId(), "workflows", workflows::workflowsOfProducts);
    }
}
