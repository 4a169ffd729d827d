package dev.orchestrator.api.rest.product;

import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.product.ProductLifecycle;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product block with its resource types, by name. */
@Schema(name = "ProductBlockSchema")
public record ProductBlockView(
        UUID productBlockId,
        String name,
        String description,
        String tag,
        ProductLifecycle status,
        List<ResourceTypeView> resourceTypes,
        UnixTime createdAt,
        UnixTime endDate) {}
