package dev.orchestrator.api.rest.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.orchestrator.api.listing.ListParameters;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import dev.orchestrator.api.rest.error.InvalidRequest;
import dev.orchestrator.api.rest.json.ListReply;
import dev.orchestrator.api.subscription.SubscriptionInterface;
import dev.orchestrator.api.subscription.Subscriptions;
import dev.orchestrator.subscription.RelatedSubscription;
import dev.orchestrator.subscription.SubscriptionRepository;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What customers have, and what can be done with it. */
@Path("/api/subscriptions")
@Tag(name = "Subscriptions")
@RunOnVirtualThread
public class SubscriptionResource {
    private static final String UNIT = "subscriptions";

    private final Subscriptions subscriptions;
    private final SubscriptionRepository models;
    private final SubscriptionActions actions;
    private final InSync inSync;

    SubscriptionResource(
            Subscriptions subscriptions, SubscriptionRepository models, SubscriptionActions actions, InSync inSync) {
        this.subscriptions = subscriptions;
        this.models = models;
        this.actions = actions;
        this.inSync = inSync;
    }

    @GET
    @Operation(operationId = "list_subscriptions", summary = "List subscriptions: range, sort and filter")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SubscriptionView.class)))
    public Response list(
            @QueryParam("range") String range,
            @QueryParam("sort") String sort,
            @QueryParam("filter") String filter,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return page(new ListParameters(range, sort, filter, null), SubscriptionView::of, ifNoneMatch);
    }

    @GET
    @Path("/search")
    @Operation(
            operationId = "subscriptions_search_api_subscriptions_search_get",
            summary = "Search the texts and values of subscriptions")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SubscriptionView.class)))
    public Response search(
            @QueryParam("query") String query, @QueryParam("range") String range, @QueryParam("sort") String sort) {
        if (query == null) {
            throw InvalidRequest.missingQueryParameter("query");
        }
        return page(new ListParameters(range, sort, null, query), SubscriptionView::withMetadata, null);
    }

    @GET
    @Path("/{subscription_id}")
    @Operation(operationId = "get_subscription", summary = "Show a subscription without its blocks")
    public SubscriptionView byId(@PathParam("subscription_id") UUID subscriptionId) {
        Map<UUID, SubscriptionInterface> found =
                subscriptions.byId(List.of(subscriptionId)).await().indefinitely();
        if (found.isEmpty()) {
            throw UnknownSubscription.of(subscriptionId);
        }
        return SubscriptionView.of(found.get(subscriptionId));
    }

    @GET
    @Path("/workflows/{subscription_id}")
    @Operation(
            operationId = "subscription_workflows_by_id_api_subscriptions_workflows__subscription_id__get",
            summary =
                    "List the workflows for a subscription by target, each with the reason why it can't be started now")
    public SubscriptionWorkflowLists workflows(@PathParam("subscription_id") UUID subscriptionId) {
        return actions.of(subscriptionId);
    }

    @GET
    @Path("/in_use_by/{subscription_id}")
    @Operation(operationId = "subscription_in_use_by", summary = "List the subscriptions that use this one's blocks")
    public List<SubscriptionView> inUseBy(@PathParam("subscription_id") UUID subscriptionId) {
        return related(subscriptionId, models.inUseBy(subscriptionId, 1));
    }

    @GET
    @Path("/depends_on/{subscription_id}")
    @Operation(operationId = "subscription_depends_on", summary = "List the subscriptions whose blocks this one uses")
    public List<SubscriptionView> dependsOn(@PathParam("subscription_id") UUID subscriptionId) {
        return related(subscriptionId, models.dependsOn(subscriptionId, 1));
    }

    @PUT
    @Path("/{subscription_id}/set_in_sync")
    @Operation(
            operationId = "subscription_set_in_sync_api_subscriptions__subscription_id__set_in_sync_put",
            summary = "Free a subscription that a process left out of sync; 422 while one is not finished")
    @APIResponse(responseCode = "200", description = "null")
    public JsonNode setInSync(@PathParam("subscription_id") UUID subscriptionId) {
        inSync.set(subscriptionId);
        return NullNode.getInstance();
    }

    private Response page(
            ListParameters parameters, Function<SubscriptionInterface, SubscriptionView> view, String ifNoneMatch) {
        ListRequest request = parameters.toRequest(ListReply.DEFAULT_LENGTH);
        Page<SubscriptionInterface> page = ListReply.understood(
                subscriptions.subscriptions(request).await().indefinitely());
        return ListReply.of(UNIT, page, page.items().stream().map(view).toList(), ifNoneMatch);
    }

    /** An empty answer may mean that there is no such subscription, which costs one statement more to tell. */
    private List<SubscriptionView> related(UUID subscriptionId, List<RelatedSubscription> related) {
        if (related.isEmpty()) {
            byId(subscriptionId);
            return List.of();
        }
        List<UUID> ids = related.stream()
                .map(relation -> relation.subscription().subscriptionId())
                .toList();
        Map<UUID, SubscriptionInterface> found = subscriptions.byId(ids).await().indefinitely();
        return ids.stream().map(found::get).map(SubscriptionView::of).toList();
    }
}
