package dev.orchestrator.api.rest.product.postgres;

import dev.orchestrator.api.rest.product.ResourceTypeView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code resource_types}. */
@Entity
@Table(name = "resource_types")
public class ResourceTypeRow {
    @Id
    @Column(name = "resource_type_id")
    public UUID resourceTypeId;

    @Column(name = "resource_type")
    public String resourceType;

    public String description;

    ResourceTypeView toView() {
        return new ResourceTypeView(resourceType, description, resourceTypeId);
    }
}
