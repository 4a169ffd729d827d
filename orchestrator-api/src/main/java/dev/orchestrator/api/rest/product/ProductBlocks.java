package dev.orchestrator.api.rest.product;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The product blocks in the database. */
public interface ProductBlocks {
    /** All, by name. */
    Uni<List<ProductBlockView>> all();

    /** Fails with UNKNOWN_PRODUCT_BLOCK. */
    Uni<ProductBlockView> byId(UUID productBlockId);

    /** Changes the description if one is given. Fails with UNKNOWN_PRODUCT_BLOCK. */
    Uni<ProductBlockView> change(UUID productBlockId, Optional<String> description);
}
