package dev.orchestrator.api.product;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Type;

/** A value that is the same in all subscriptions to a product. */
@Type("FixedInput")
@DefaultNonNull
public record FixedInput(UUID fixedInputId, String name, String value, UUID productId, OffsetDateTime createdAt) {}
