package dev.orchestrator.api.rest.product;

import dev.orchestrator.api.event.Events;
import dev.orchestrator.api.event.Invalidation;
import dev.orchestrator.api.rest.error.BodyFields;
import dev.orchestrator.api.rest.error.JsonBody;
import dev.orchestrator.product.ProductLifecycle;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The products that customers can subscribe to. */
@Path("/api/products")
@Tag(name = "Products")
public class ProductResource {
    private static final String STATUSES = "'active', 'pre production', 'phase out' or 'end of life'";

    private final Products products;
    private final Events events;

    ProductResource(Products products, Events events) {
        this.products = products;
        this.events = events;
    }

    /** What can be changed of a product. */
    @Schema(name = "ProductPatchSchema")
    record Patch(
            @Schema(maxLength = DescriptionPatch.MAX_LENGTH, nullable = true)
            String description,

            @Schema(nullable = true) ProductLifecycle status) {}

    @GET
    @Operation(operationId = "list_products", summary = "List the products, by name")
    public Uni<List<ProductView>> list(@QueryParam("tag") String tag, @QueryParam("product_type") String productType) {
        return products.all(Optional.ofNullable(tag), Optional.ofNullable(productType));
    }

    @GET
    @Path("/{product_id}")
    @Operation(operationId = "get_product", summary = "Show a product")
    public Uni<ProductView> byId(@PathParam("product_id") UUID productId) {
        return products.byId(productId);
    }

    @PATCH
    @Path("/{product_id}")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    @Operation(
            operationId = "patch_product_by_id_api_products__product_id__patch",
            summary = "Change the description or the status of a product")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Patch.class)))
    public Uni<ProductView> patch(@PathParam("product_id") UUID productId, byte[] body) {
        BodyFields fields = JsonBody.object(body);
        String description = fields.optionalText("description", DescriptionPatch.MAX_LENGTH);
        ProductLifecycle status = fields.optionalWord("status", STATUSES, ProductResource::status);
        fields.check();
        return products.change(productId, Optional.ofNullable(description), Optional.ofNullable(status))
                .invoke(() -> events.publish(Invalidation.PRODUCTS));
    }

    /** Both spellings are in use: with blanks as in the database, with underscores by the web UI. */
    private static Optional<ProductLifecycle> status(String word) {
        String wireName = word.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Arrays.stream(ProductLifecycle.values())
                .filter(status -> status.wireName().equals(wireName))
                .findFirst();
    }
}
