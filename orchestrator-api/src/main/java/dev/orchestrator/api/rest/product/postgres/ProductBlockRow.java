package dev.orchestrator.api.rest.product.postgres;

import static java.util.Comparator.comparing;

import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.api.rest.product.ProductBlockView;
import dev.orchestrator.product.ProductLifecycle;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A row of {@code product_blocks}. */
@Entity
@Table(name = "product_blocks")
public class ProductBlockRow {
    @Id
    @Column(name = "product_block_id")
    public UUID productBlockId;

    public String name;
    public String description;
    public String tag;
    public String status;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "end_date")
    public Instant endDate;

    @ManyToMany
    @JoinTable(
            name = "product_block_resource_types",
            joinColumns = @JoinColumn(name = "product_block_id"),
            inverseJoinColumns = @JoinColumn(name = "resource_type_id"))
    public Set<ResourceTypeRow> resourceTypes;

    ProductBlockView toView() {
        return new ProductBlockView(
                productBlockId,
                name,
                description,
                tag,
                ProductLifecycle.ofWireName(status),
                resourceTypes.stream()
                        .sorted(comparing(type -> type.resourceType))
                        .map(ResourceTypeRow::toView)
                        .toList(),
                UnixTime.of(createdAt),
                UnixTime.of(endDate));
    }
}
