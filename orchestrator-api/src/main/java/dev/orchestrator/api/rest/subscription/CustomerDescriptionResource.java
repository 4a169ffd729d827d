package dev.orchestrator.api.rest.subscription;

import dev.orchestrator.api.event.Events;
import dev.orchestrator.api.event.Invalidation;
import dev.orchestrator.api.rest.error.BodyFields;
import dev.orchestrator.api.rest.error.JsonBody;
import dev.orchestrator.api.rest.subscription.CustomerDescriptions.Content;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.subscription.SubscriptionRepository;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What customers call subscriptions. */
@Path("/api/subscription_customer_descriptions")
@Tag(name = "Subscription Customer Descriptions")
@RunOnVirtualThread
public class CustomerDescriptionResource {
    private final CustomerDescriptions descriptions;
    private final SubscriptionRepository subscriptions;
    private final Events events;

    CustomerDescriptionResource(
            CustomerDescriptions descriptions, SubscriptionRepository subscriptions, Events events) {
        this.descriptions = descriptions;
        this.subscriptions = subscriptions;
        this.events = events;
    }

    /** A changed description. */
    @Schema(name = "UpdateSubscriptionDescriptionSchema")
    record Change(
            UUID id,
            String description,
            String customerId,
            UUID subscriptionId,
            @Schema(nullable = true) Integer version) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId =
                    "save_subscription_customer_description_endpoint_api_subscription_customer_descriptions__post",
            summary = "Add what a customer calls a subscription")
    @RequestBody(
            required = true,
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            schema = @Schema(implementation = Content.class)))
    public void add(byte[] body) {
        BodyFields fields = JsonBody.object(body);
        Content content = content(fields);
        fields.check();
        if (!descriptions.add(content)) {
            if (subscriptions.summary(content.subscriptionId()).isEmpty()) {
                throw UnknownSubscription.of(content.subscriptionId());
            }
            throw new OrchestratorException(
                    ErrorCode.VERSION_CONFLICT,
                    "The customer has a description of this subscription already; change that one");
        }
        events.publish(Invalidation.subscription(content.subscriptionId()));
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId =
                    "update_subscription_customer_description_endpoint_api_subscription_customer_descriptions__put",
            summary = "Change what a customer calls a subscription")
    @RequestBody(
            required = true,
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            schema = @Schema(implementation = Change.class)))
    public void change(byte[] body) {
        BodyFields fields = JsonBody.object(body);
        UUID id = fields.id("id");
        Content content = content(fields);
        Integer version = fields.optionalInteger("version");
        fields.check();
        switch (descriptions.change(id, content, version)) {
            case CHANGED -> events.publish(Invalidation.subscription(content.subscriptionId()));
            case UNKNOWN ->
                throw unknown("Customer description " + id + " of this customer and subscription does not exist");
            case STALE ->
                throw new OrchestratorException(
                        ErrorCode.INVALID_INPUT,
                        "Stale data: given version (" + version + ") is not the current one; read it again");
        }
    }

    @GET
    @Path("/{_id}")
    @Operation(
            operationId = "get_subscription_customer_descriptions_api_subscription_customer_descriptions___id__get",
            summary = "Show a customer's description")
    public CustomerDescriptionView byId(@PathParam("_id") UUID id) {
        return descriptions.byId(id).orElseThrow(() -> unknown("Customer description " + id + " does not exist"));
    }

    @GET
    @Path("/customer/{customer_id}/subscription/{subscription_id}")
    @Operation(
            operationId =
                    "get_subscription_customer_description_by_customer_subscription_api_subscription_customer_descriptions_customer__customer_id__subscription__subscription_id__get",
            summary = "Show what a customer calls a subscription")
    public CustomerDescriptionView of(
            @PathParam("customer_id") String customerId, @PathParam("subscription_id") UUID subscriptionId) {
        return descriptions
                .of(customerId, subscriptionId)
                .orElseThrow(() ->
                        unknown("Customer " + customerId + " has no description of subscription " + subscriptionId));
    }

    @DELETE
    @Path("/{_id}")
    @Operation(
            operationId =
                    "delete_subscription_customer_descriptions_api_subscription_customer_descriptions___id__delete",
            summary = "Remove a customer's description")
    public void delete(@PathParam("_id") UUID id) {
        if (!descriptions.delete(id)) {
            throw unknown("Customer description " + id + " does not exist");
        }
    }

    private static Content content(BodyFields fields) {
        return new Content(fields.text("description"), fields.text("customer_id"), fields.id("subscription_id"));
    }

    private static OrchestratorException unknown(String message) {
        return new OrchestratorException(ErrorCode.UNKNOWN_CUSTOMER_DESCRIPTION, message);
    }
}
