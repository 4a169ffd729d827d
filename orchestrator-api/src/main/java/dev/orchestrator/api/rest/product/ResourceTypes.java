package dev.orchestrator.api.rest.product;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** The resource types in the database. */
public interface ResourceTypes {
    /** All, by name. */
    Uni<List<ResourceTypeView>> all();

    /** Fails with UNKNOWN_RESOURCE_TYPE. */
    Uni<ResourceTypeView> byId(UUID resourceTypeId);

    /** Fails with UNKNOWN_RESOURCE_TYPE; null takes the description away. */
    Uni<ResourceTypeView> describe(UUID resourceTypeId, String description);
}
