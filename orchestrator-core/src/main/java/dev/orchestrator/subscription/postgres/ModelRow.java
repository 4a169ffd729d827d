package dev.orchestrator.subscription.postgres;

import dev.orchestrator.product.Product;
import dev.orchestrator.product.ProductLifecycle;
import dev.orchestrator.subscription.StoredModel;
import dev.orchestrator.subscription.StoredModel.Instance;
import dev.orchestrator.subscription.StoredModel.Relation;
import dev.orchestrator.subscription.StoredModel.Use;
import dev.orchestrator.subscription.Subscription;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the one row that {@link LoadModel} finds, column by column; an array without places is NULL. */
final class ModelRow {
    private static final UUID[] NO_IDS = {};
    private static final String[] NO_TEXTS = {};
    private static final Integer[] NO_NUMBERS = {};

    private final Row row;
    private int column;

    private ModelRow(Row row) {
        this.row = row;
    }

    static StoredModel ofSubscription(Row row) {
        return new ModelRow(row).model(true);
    }

    static StoredModel ofBlock(Row row) {
        return new ModelRow(row).model(false);
    }

    private StoredModel model(boolean withSubscription) {
        List<Instance> instances = instances();
        readValues(instances);
        List<Relation> relations = relations();
        List<Use> uses = uses();
        return new StoredModel(withSubscription ? subscription() : null, instances, relations, uses);
    }

    private List<Instance> instances() {
        UUID[] ids = ids();
        UUID[] owners = ids();
        String[] blocks = texts();
        String[] labels = texts();
        String[] rootFields = texts();
        Integer[] rootOrders = numbers();
        List<Instance> instances = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            instances.add(new Instance(
                    ids[i], owners[i], blocks[i], labels[i], rootFields[i], rootOrders[i], new HashMap<>()));
        }
        return instances;
    }

    private void readValues(List<Instance> instances) {
        Map<UUID, Map<String, List<String>>> valuesOf = HashMap.newHashMap(instances.size());
        instances.forEach(instance -> valuesOf.put(instance.instanceId(), instance.values()));
        UUID[] ids = ids();
        String[] types = texts();
        String[] texts = texts();
        for (int i = 0; i < ids.length; i++) {
            valuesOf.get(ids[i])
                    .computeIfAbsent(types[i], type -> new ArrayList<>(1))
                    .add(texts[i]);
        }
    }

    private List<Relation> relations() {
        UUID[] users = ids();
        UUID[] used = ids();
        Integer[] orders = numbers();
        String[] fields = texts();
        List<Relation> relations = new ArrayList<>(users.length);
        for (int i = 0; i < users.length; i++) {
            relations.add(new Relation(users[i], used[i], orders[i], fields[i]));
        }
        return relations;
    }

    private List<Use> uses() {
        UUID[] used = ids();
        UUID[] instances = ids();
        UUID[] owners = ids();
        List<Use> uses = new ArrayList<>(used.length);
        for (int i = 0; i < used.length; i++) {
            uses.add(new Use(used[i], instances[i], owners[i]));
        }
        return uses;
    }

    private Subscription subscription() {
        UUID id = row.getUUID(column++);
        String customer = row.getString(column++);
        String description = row.getString(column++);
        SubscriptionLifecycle status = SubscriptionLifecycle.ofWireName(row.getString(column++));
        boolean insync = row.getBoolean(column++);
        Instant start = time();
        Instant end = time();
        String note = row.getString(column++);
        int version = row.getInteger(column++);
        return new Subscription(id, product(), customer, description, status, insync, start, end, note, version);
    }

    private Product product() {
        return new Product(
                row.getUUID(column++),
                row.getString(column++),
                row.getString(column++),
                row.getString(column++),
                row.getString(column++),
                ProductLifecycle.ofWireName(row.getString(column++)),
                time(),
                time(),
                fixedInputs());
    }

    private Map<String, String> fixedInputs() {
        String[] names = texts();
        String[] values = texts();
        Map<String, String> inputs = HashMap.newHashMap(names.length);
        for (int i = 0; i < names.length; i++) {
            inputs.put(names[i], values[i]);
        }
        return inputs;
    }

    private UUID[] ids() {
        UUID[] ids = row.getArrayOfUUIDs(column++);
        return ids == null ? NO_IDS : ids;
    }

    private String[] texts() {
        String[] texts = row.getArrayOfStrings(column++);
        return texts == null ? NO_TEXTS : texts;
    }

    private Integer[] numbers() {
        Integer[] numbers = row.getArrayOfIntegers(column++);
        return numbers == null ? NO_NUMBERS : numbers;
    }

    private Instant time() {
        OffsetDateTime time = row.getOffsetDateTime(column++);
        return time == null ? null : time.toInstant();
    }
}
