package dev.orchestrator.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.product.Product;
import dev.orchestrator.state.Json;
import dev.orchestrator.subscription.ModelField.BlockField;
import dev.orchestrator.subscription.ModelField.FixedInputField;
import dev.orchestrator.subscription.ModelField.ValueField;
import dev.orchestrator.subscription.StoredModel.Use;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A model as JSON, in the two forms that orchestrator-core gives it.
 *
 * <p>A block that is reached twice is written twice; one that is reached from within itself is there written without its
 * fields, so that a cycle ends.
 */
public final class SubscriptionJson {
    private static final int MICROSECONDS = 6;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final boolean rest;
    private final DomainModel domainModel;
    private final Set<UUID> open = new HashSet<>();

    private SubscriptionJson(boolean rest, DomainModel domainModel) {
        this.rest = rest;
        this.domainModel = domainModel;
    }

    /** The value of a state's {@code subscription}: times as ISO text in whole seconds, nothing about who uses a block. */
    public static ObjectNode forState(SubscriptionModel model) {
        return new SubscriptionJson(false, new DomainModel(model, Map.of())).write();
    }

    /** The REST domain model: times as seconds since 1970, and with each block what uses it. */
    public static ObjectNode forRest(DomainModel domainModel) {
        return new SubscriptionJson(true, domainModel).write();
    }

    private ObjectNode write() {
        SubscriptionModel model = domainModel.model();
        ObjectNode json = Json.object();
        json.set("product", product(model.product()));
        json.put("customer_id", model.customerId());
        json.put("subscription_id", model.subscriptionId().toString());
        json.put("description", model.description());
        json.put("status", model.status().wireName());
        json.put("insync", model.insync());
        json.set("start_date", time(model.startDate()));
        json.set("end_date", time(model.endDate()));
        json.put("note", model.note());
        json.put("version", model.version());
        if (rest) {
            json.putNull("product_id").putNull("name").putNull("tag").putArray("customer_descriptions");
        }
        for (ModelField field : ModelType.of(model.getClass()).fields()) {
            switch (field) {
                case FixedInputField input -> json.set(input.name(), value(input, model));
                case BlockField root -> json.set(root.name(), blocks(root, model));
                case ValueField value -> throw new IllegalStateException("A model has no values of its own");
            }
        }
        return json;
    }

    private ObjectNode product(Product product) {
        ObjectNode json = Json.object();
        json.put("product_id", product.productId().toString());
        json.put("name", product.name());
        json.put("description", product.description());
        json.put("product_type", product.productType());
        json.put("tag", product.tag());
        json.put("status", product.status().wireName());
        json.set("created_at", time(product.createdAt()));
        json.set("end_date", time(product.endDate()));
        return json;
    }

    /** With the six decimals that the database has, and never in powers of ten. */
    private static BigDecimal unixSeconds(Instant time) {
        return BigDecimal.valueOf(time.getEpochSecond())
                .add(BigDecimal.valueOf(time.get(ChronoField.MICRO_OF_SECOND), MICROSECONDS));
    }

    private JsonNode time(Instant time) {
        if (time == null) {
            return NullNode.getInstance();
        }
        return rest
                ? NODES.numberNode(unixSeconds(time))
                : NODES.textNode(time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static JsonNode value(FixedInputField input, SubscriptionModel model) {
        Object value = input.get(model);
        return value == null ? NullNode.getInstance() : input.type().toJson(value);
    }

    private JsonNode blocks(BlockField field, Object owner) {
        List<ProductBlock> blocks = field.blocks(owner);
        if (!field.presence().list()) {
            return blocks.isEmpty() ? NullNode.getInstance() : block(blocks.getFirst());
        }
        ArrayNode array = NODES.arrayNode();
        blocks.forEach(block -> array.add(block(block)));
        return array;
    }

    private ObjectNode block(ProductBlock block) {
        UUID id = block.subscriptionInstanceId();
        ObjectNode json = Json.object();
        json.put("name", block.name());
        json.put("subscription_instance_id", id.toString());
        UUID owner = block.ownerSubscriptionId();
        json.put("owner_subscription_id", (owner == null ? domainModel.model().subscriptionId() : owner).toString());
        json.put("label", block.label());
        if (open.add(id)) {
            for (ModelField field : BlockType.of(block.getClass()).fields()) {
                switch (field) {
                    case ValueField value -> json.set(value.name(), values(value, block));
                    case BlockField nested -> json.set(nested.name(), blocks(nested, block));
                    case FixedInputField input -> throw new IllegalStateException("A block has no fixed inputs");
                }
            }
            open.remove(id);
        }
        if (rest) {
            writeUses(json, domainModel.uses().getOrDefault(id, List.of()));
        }
        return json;
    }

    private static JsonNode values(ValueField field, ProductBlock block) {
        List<?> values = field.values(block);
        if (!field.presence().list()) {
            return values.isEmpty() ? NullNode.getInstance() : field.type().toJson(values.getFirst());
        }
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(field.type().toJson(value)));
        return array;
    }

    private static void writeUses(ObjectNode json, List<Use> uses) {
        ArrayNode ids = json.putArray("in_use_by_ids");
        ArrayNode relations = json.putArray("in_use_by_relations");
        for (Use use : uses) {
            ids.add(use.subscriptionInstanceId().toString());
            relations
                    .addObject()
                    .put(
                            "subscription_instance_id",
                            use.subscriptionInstanceId().toString())
                    .put("subscription_id", use.subscriptionId().toString());
        }
    }
}
