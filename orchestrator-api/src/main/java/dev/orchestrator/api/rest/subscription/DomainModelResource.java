package dev.orchestrator.api.rest.subscription;

import dev.orchestrator.api.rest.json.EntityTag;
import dev.orchestrator.subscription.SubscriptionJson;
import dev.orchestrator.subscription.SubscriptionRepository;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Subscriptions as operators model them. It is asked for most of all, so no thread waits for the database. */
@Path("/api/subscriptions/domain-model/{subscription_id}")
@Tag(name = "Subscriptions")
public class DomainModelResource {
    private final SubscriptionRepository models;

    DomainModelResource(SubscriptionRepository models) {
        this.models = models;
    }

    @GET
    @Operation(operationId = "get_subscription_domain_model", summary = "Show a subscription with all its blocks")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<Response> domainModel(
            @PathParam("subscription_id") UUID subscriptionId,
            @QueryParam("filter_owner_relations") @DefaultValue("true") boolean filterOwnerRelations,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return models.loadWithUses(subscriptionId)
                .map(model -> SubscriptionJson.forRest(filterOwnerRelations ? model.withoutOwnUses() : model))
                .map(json -> EntityTag.reply(json, ifNoneMatch).build());
    }
}
