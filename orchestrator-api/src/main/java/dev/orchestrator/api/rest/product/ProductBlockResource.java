package dev.orchestrator.api.rest.product;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The blocks that products are made of. */
@Path("/api/product_blocks")
@Tag(name = "Product Blocks")
public class ProductBlockResource {
    private final ProductBlocks blocks;

    ProductBlockResource(ProductBlocks blocks) {
        this.blocks = blocks;
    }

    @GET
    @Operation(operationId = "list_product_blocks", summary = "List the product blocks, by name")
    public Uni<List<ProductBlockView>> list() {
        return blocks.all();
    }

    @GET
    @Path("/{product_block_id}")
    @Operation(operationId = "get_product_block", summary = "Show a product block")
    public Uni<ProductBlockView> byId(@PathParam("product_block_id") UUID productBlockId) {
        return blocks.byId(productBlockId);
    }

    @PATCH
    @Path("/{product_block_id}")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    @Operation(
            operationId = "patch_product_block_by_id_api_product_blocks__product_block_id__patch",
            summary = "Change the description of a product block")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DescriptionPatch.class)))
    public Uni<ProductBlockView> patch(@PathParam("product_block_id") UUID productBlockId, byte[] body) {
        return blocks.change(
                productBlockId, Optional.ofNullable(DescriptionPatch.read(body).description()));
    }
}
