package dev.orchestrator.product;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The products of the catalogue; each question is one statement, and nothing is cached. Calls block. */
public interface ProductRepository {
    Optional<Product> byId(UUID productId);

    Optional<Product> byName(String name);

    /** All products, by name. */
    List<Product> all();

    /** The products that a workflow is registered for, by name. */
    List<Product> ofWorkflow(String workflow);

    /** What the catalogue holds, by name, to be compared with the registered classes. */
    Catalogue catalogue();

    /** How much customers have of what is in the catalogue; counts rows, so it is not for every request. */
    CatalogueUsage usage();
}
