package dev.orchestrator.api.subscription;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.product.IpPrefix;
import dev.orchestrator.product.ValueType;
import dev.orchestrator.state.Json;
import dev.orchestrator.subscription.BlockType;
import dev.orchestrator.subscription.ModelField;
import dev.orchestrator.subscription.ModelField.BlockField;
import dev.orchestrator.subscription.ModelField.FixedInputField;
import dev.orchestrator.subscription.ModelField.ValueField;
import dev.orchestrator.subscription.ModelType;
import dev.orchestrator.subscription.Presence;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The JSON Schema of a model as it stands in a state's {@code subscription}, with what is required in one lifecycle. */
final class ModelSchema {
    private static final Map<Class<?>, String> FORMATS = Map.of(
            UUID.class, "uuid",
            LocalDate.class, "date",
            Instant.class, "date-time",
            OffsetDateTime.class, "date-time",
            InetAddress.class, "ipvanyaddress",
            IpPrefix.class, "ipvanynetwork");

    private final SubscriptionLifecycle lifecycle;
    private final ObjectNode definitions = Json.object();
    private final Deque<BlockType> toDefine = new ArrayDeque<>();

    private ModelSchema(SubscriptionLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    static ObjectNode of(ModelType model, SubscriptionLifecycle lifecycle) {
        return new ModelSchema(lifecycle).write(model);
    }

    /** Of a subscription to a product that has no model. */
    static ObjectNode ofUnknown() {
        return object("Subscription", subscription());
    }

    private ObjectNode write(ModelType model) {
        ObjectNode schema = object(model.productType(), subscription());
        addAll(model.fields(), schema);
        while (!toDefine.isEmpty()) {
            BlockType block = toDefine.poll();
            ObjectNode definition = object(
                    block.name(),
                    Json.object()
                            .<ObjectNode>set("name", text())
                            .<ObjectNode>set("subscription_instance_id", text("uuid"))
                            .<ObjectNode>set("owner_subscription_id", text("uuid"))
                            .set("label", orNull(text())));
            definitions.set(block.name(), definition);
            addAll(block.fields(), definition);
        }
        if (!definitions.isEmpty()) {
            schema.set("$defs", definitions);
        }
        return schema;
    }

    private static ObjectNode subscription() {
        ObjectNode properties = Json.object();
        properties.putObject("product").put("type", "object");
        properties.set("customer_id", text());
        properties.set("subscription_id", text("uuid"));
        properties.set("description", text());
        ArrayNode statuses =
                properties.putObject("status").put("type", "string").putArray("enum");
        Stream.of(SubscriptionLifecycle.values()).forEach(status -> statuses.add(status.wireName()));
        properties.putObject("insync").put("type", "boolean");
        properties.set("start_date", orNull(text("date-time")));
        properties.set("end_date", orNull(text("date-time")));
        properties.set("note", orNull(text()));
        properties.putObject("version").put("type", "integer");
        return properties;
    }

    /** All that is there so far is required. */
    private static ObjectNode object(String title, ObjectNode properties) {
        ObjectNode schema = Json.object().put("title", title).put("type", "object");
        schema.set("properties", properties);
        ArrayNode required = schema.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        return schema;
    }

    private void addAll(List<ModelField> fields, ObjectNode schema) {
        fields.forEach(field -> {
            switch (field) {
                case FixedInputField input -> add(schema, input.name(), true, value(input.type()));
                case ValueField value -> add(schema, value.name(), value.presence(), value(value.type()));
                case BlockField block -> add(schema, block.name(), block.presence(), reference(block.blockType()));
            }
        });
    }

    private void add(ObjectNode schema, String name, Presence presence, ObjectNode element) {
        boolean required = presence.isRequiredIn(lifecycle);
        if (!presence.list()) {
            add(schema, name, required, required ? element : orNull(element));
            return;
        }
        ObjectNode list = Json.object().put("type", "array");
        list.set("items", element);
        if (required && presence.min() > 0) {
            list.put("minItems", presence.min());
        }
        if (presence.max() < Integer.MAX_VALUE) {
            list.put("maxItems", presence.max());
        }
        add(schema, name, true, list);
    }

    private static void add(ObjectNode schema, String name, boolean required, ObjectNode property) {
        ((ObjectNode) schema.get("properties")).set(name, property);
        if (required) {
            ((ArrayNode) schema.get("required")).add(name);
        }
    }

    /** Blocks are defined once each, however often and deep they are used. */
    private ObjectNode reference(BlockType block) {
        if (!definitions.has(block.name())) {
            definitions.putNull(block.name());
            toDefine.add(block);
        }
        return Json.object().put("$ref", "#/$defs/" + block.name());
    }

    private static ObjectNode value(ValueType type) {
        Class<?> java = type.javaType();
        if (java == Boolean.class) {
            return Json.object().put("type", "boolean");
        }
        if (java == Integer.class || java == Long.class) {
            return Json.object().put("type", "integer");
        }
        ObjectNode text = text();
        if (java.isEnum()) {
            ArrayNode choices = text.put("title", java.getSimpleName()).putArray("enum");
            Stream.of(java.getEnumConstants()).map(ValueType::wireName).forEach(choices::add);
        }
        return FORMATS.containsKey(java) ? text.put("format", FORMATS.get(java)) : text;
    }

    private static ObjectNode orNull(ObjectNode type) {
        ObjectNode either = Json.object();
        either.putArray("anyOf").add(type).addObject().put("type", "null");
        return either;
    }

    private static ObjectNode text() {
        return Json.object().put("type", "string");
    }

    private static ObjectNode text(String format) {
        return text().put("format", format);
    }
}
