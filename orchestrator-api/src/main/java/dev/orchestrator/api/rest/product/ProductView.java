package dev.orchestrator.api.rest.product;

import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.api.rest.workflow.WorkflowView;
import dev.orchestrator.product.ProductLifecycle;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product with all that belongs to it, each list by name. */
@Schema(name = "ProductSchema")
public record ProductView(
        UUID productId,
        String name,
        String description,
        String productType,
        ProductLifecycle status,
        String tag,
        UnixTime createdAt,
        UnixTime endDate,
        List<ProductBlockView> productBlocks,
        List<FixedInputView> fixedInputs,
        List<WorkflowView> workflows) {

    /** A value that all subscriptions to the product share. */
    @Schema(name = "FixedInputSchema")
    public record FixedInputView(UUID fixedInputId, String name, String value, UUID productId, UnixTime createdAt) {}
}
