package dev.orchestrator.api.process;

import dev.orchestrator.api.access.Operators;
import dev.orchestrator.api.customer.CustomerType;
import dev.orchestrator.api.customer.Customers;
import dev.orchestrator.api.graphql.GraphqlFilter;
import dev.orchestrator.api.graphql.GraphqlSort;
import dev.orchestrator.api.graphql.ListArguments;
import dev.orchestrator.api.graphql.ListProblems;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.product.ProductType;
import dev.orchestrator.api.subscription.SubscriptionInterfaceConnection;
import dev.orchestrator.api.subscription.Subscriptions;
import dev.orchestrator.process.Operator;
import dev.orchestrator.process.Permissions;
import dev.orchestrator.process.ProcessRecord;
import dev.orchestrator.process.ProcessStatus;
import dev.orchestrator.process.ProcessTimeline;
import dev.orchestrator.process.ResumeProcess;
import dev.orchestrator.state.Json;
import dev.orchestrator.workflow.WorkflowRegistry;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What a process consists of and is about: its steps and state, product, customer and subscriptions. */
@GraphQLApi
public class ProcessContentsQuery {
    private final Processes processes;
    private final Subscriptions subscriptions;
    private final Customers customers;
    private final WorkflowRegistry workflows;
    private final ResumeProcess resume;
    private final Permissions permissions;
    private final Operators operators;

    ProcessContentsQuery(
            Processes processes,
            Subscriptions subscriptions,
            Customers customers,
            WorkflowRegistry workflows,
            ResumeProcess resume,
            Permissions permissions,
            Operators operators) {
        this.processes = processes;
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.workflows = workflows;
        this.resume = resume;
        this.permissions = permissions;
        this.operators = operators;
    }

    @Description("The steps that were executed, then those to come")
    public Uni<List<@NonNull ProcessStepType>> steps(@Source ProcessType process) {
        return record(process)
                .map(record -> ProcessTimeline.of(record, workflows.steps(process.workflow())).stream()
                        .map(ProcessStepType::new)
                        .toList());
    }

    public Uni<Object> currentState(@Source ProcessType process) {
        return record(process).map(record -> Json.as(record.shownState().toJson(), Object.class));
    }

    @Description("The JSON schema of the form that a suspended process waits for")
    public Uni<Object> form(@Source ProcessType process) {
        if (process.lastStatus() != ProcessStatus.SUSPENDED) {
            return Uni.createFrom().nullItem();
        }
        // An author's form may ask other systems, so it runs where it may block.
        return record(process)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(record -> StandingForm.of(resume, record)
                        .map(schema -> Json.as(schema, Object.class))
                        .orElse(null));
    }

    private Uni<ProcessRecord> record(ProcessType process) {
        return process.batch()
                .listBelow(process.processId(), "steps", processes::steps)
                .map(process::withSteps);
    }

    @Description("Returns the associated product")
    public Uni<ProductType> product(@Source ProcessType process) {
        return process.batch().oneBelow(process.processId(), "product", processes::products);
    }

    @Description("Returns customer of a subscription")
    public @NonNull CustomerType customer(@Source ProcessType process) {
        return customers.customer(process.customerId());
    }

    @Description("Returns user permissions for operations on this process")
    public @NonNull FormUserPermissions userPermissions(@Source ProcessType process) {
        Operator operator = operators.current();
        return new FormUserPermissions(
                permissions.mayAct(process.process(), operator), permissions.mayAnswer(process.process(), operator));
    }

    @Name("subscriptions")
    @Description("Returns list of subscriptions of the process")
    public @NonNull Uni<SubscriptionInterfaceConnection> subscriptionsOfProcess(
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
                                List.of("subscriptions", request),
                                ids -> subscriptions.ofProcesses(ids, request)),
                SubscriptionInterfaceConnection::of);
    }
}
