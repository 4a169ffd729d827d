package dev.orchestrator.api.rest.product;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The kinds of values that product blocks have. */
@Path("/api/resource_types")
@Tag(name = "Resource Types")
public class ResourceTypeResource {
    private final ResourceTypes resourceTypes;

    ResourceTypeResource(ResourceTypes resourceTypes) {
        this.resourceTypes = resourceTypes;
    }

    @GET
    @Operation(operationId = "list_resource_types", summary = "List the resource types, by name")
    public Uni<List<ResourceTypeView>> list() {
        return resourceTypes.all();
    }

    @GET
    @Path("/{resource_type_id}")
    @Operation(operationId = "get_resource_type", summary = "Show a resource type")
    public Uni<ResourceTypeView> byId(@PathParam("resource_type_id") UUID resourceTypeId) {
        return resourceTypes.byId(resourceTypeId);
    }

    @PATCH
    @Path("/{resource_type_id}")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    @Operation(
            operationId = "patch_resource_type_by_id_api_resource_types__resource_type_id__patch",
            summary = "Change the description of a resource type")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DescriptionPatch.class)))
    public Uni<ResourceTypeView> patch(@PathParam("resource_type_id") UUID resourceTypeId, byte[] body) {
        DescriptionPatch patch = DescriptionPatch.read(body);
        return patch.given()
                ? resourceTypes.describe(resourceTypeId, patch.description())
                : resourceTypes.byId(resourceTypeId);
    }
}
