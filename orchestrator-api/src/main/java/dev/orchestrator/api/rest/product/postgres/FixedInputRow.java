package dev.orchestrator.api.rest.product.postgres;

import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.api.rest.product.ProductView.FixedInputView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code fixed_inputs}. */
@Entity
@Table(name = "fixed_inputs")
public class FixedInputRow {
    @Id
    @Column(name = "fixed_input_id")
    public UUID fixedInputId;

    public String name;

    @Column(name = "\"value\"")
    public String value;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "product_id")
    public UUID productId;

    FixedInputView toView() {
        return new FixedInputView(fixedInputId, name, value, productId, UnixTime.of(createdAt));
    }
}
