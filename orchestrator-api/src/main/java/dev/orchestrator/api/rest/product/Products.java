package dev.orchestrator.api.rest.product;

import dev.orchestrator.product.ProductLifecycle;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The products in the database. */
public interface Products {
    /** All products by name, or those with a tag or of a type. */
    Uni<List<ProductView>> all(Optional<String> tag, Optional<String> productType);

    /** Fails with UNKNOWN_PRODUCT. */
    Uni<ProductView> byId(UUID productId);

    /** Changes what is given. Fails with UNKNOWN_PRODUCT, or INVALID_INPUT for the end of life of a product still in use. */
    Uni<ProductView> change(UUID productId, Optional<String> description, Optional<ProductLifecycle> status);
}
