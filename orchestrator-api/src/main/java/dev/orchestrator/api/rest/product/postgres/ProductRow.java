package dev.orchestrator.api.rest.product.postgres;

import static java.util.Comparator.comparing;

import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.api.rest.product.ProductView;
import dev.orchestrator.api.rest.workflow.postgres.WorkflowRow;
import dev.orchestrator.product.ProductLifecycle;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A row of {@code products}. */
@Entity
@Table(name = "products")
public class ProductRow {
    @Id
    @Column(name = "product_id")
    public UUID productId;

    public String name;
    public String description;

    @Column(name = "product_type")
    public String productType;

    public String tag;
    public String status;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "end_date")
    public Instant endDate;

    @ManyToMany
    @JoinTable(
            name = "product_product_blocks",
            joinColumns = @JoinColumn(name = "product_id"),
            inverseJoinColumns = @JoinColumn(name = "product_block_id"))
    public Set<ProductBlockRow> productBlocks;

    @OneToMany
    @JoinColumn(name = "product_id", insertable = false, updatable = false)
    public Set<FixedInputRow> fixedInputs;

    @ManyToMany
    @JoinTable(
            name = "products_workflows",
            joinColumns = @JoinColumn(name = "product_id"),
            inverseJoinColumns = @JoinColumn(name = "workflow_id"))
    public Set<WorkflowRow> workflows;

    ProductView toView() {
        return new ProductView(
                productId,
                name,
                description,
                productType,
                ProductLifecycle.ofWireName(status),
                tag,
                UnixTime.of(createdAt),
                UnixTime.of(endDate),
                productBlocks.stream()
                        .sorted(comparing(block -> block.name))
                        .map(ProductBlockRow::toView)
                        .toList(),
                fixedInputs.stream()
                        .sorted(comparing(input -> input.name))
                        .map(FixedInputRow::toView)
                        .toList(),
                workflows.stream()
                        .filter(workflow -> workflow.deletedAt == null)
                        .sorted(comparing(workflow -> workflow.name))
                        .map(WorkflowRow::toView)
                        .toList());
    }
}
