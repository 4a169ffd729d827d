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
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the rows that {@link LoadModel} finds, each of which is a part of the model; their columns mean something else in each. */
final class ModelRows {
    private static final int PART = 0;
    private static final int ID = 1;
    private static final int OTHER = 2;
    private static final int OWNER = 3;
    private static final int NAME = 4;
    private static final int TEXT = 5;
    private static final int FIELD = 6;
    private static final int PLACE = 7;
    private static final int TEXTS = 8;
    private static final int TIMES = 9;
    private static final int INSYNC = 10;

    /** In the database's own order. */
    private static final Comparator<Use> BY_IDS = Comparator.comparing(
                    (Use use) -> use.dependsOn().toString())
            .thenComparing(use -> use.subscriptionInstanceId().toString());

    private final Map<UUID, Instance> instances = new LinkedHashMap<>();
    private final List<Row> values = new ArrayList<>();
    private final List<Row> relations = new ArrayList<>();
    private final Map<String, String> fixedInputs = new HashMap<>();
    private Row subscription;

    private ModelRows(RowSet<Row> rows) {
        for (Row row : rows) {
            switch (row.getString(PART)) {
                case "subscription" -> subscription = row;
                case "fixed input" -> fixedInputs.put(row.getString(NAME), row.getString(TEXT));
                case "block" -> instances.put(row.getUUID(ID), instance(row));
                case "value" -> values.add(row);
                case "relation" -> relations.add(row);
                default -> throw new IllegalStateException("No part of a model: " + row.getString(PART));
            }
        }
        readValues();
    }

    /** Null when there is no subscription among them. */
    static StoredModel ofSubscription(RowSet<Row> rows) {
        ModelRows parts = new ModelRows(rows);
        return parts.subscription == null ? null : parts.model(parts.subscription(), List.of());
    }

    /** The same with all uses of its blocks. */
    static StoredModel ofSubscriptionWithUses(RowSet<Row> rows) {
        ModelRows parts = new ModelRows(rows);
        return parts.subscription == null ? null : parts.model(parts.subscription(), parts.uses());
    }

    /** Null when there are no blocks. */
    static StoredModel ofBlock(RowSet<Row> rows) {
        ModelRows parts = new ModelRows(rows);
        return parts.instances.isEmpty() ? null : parts.model(null, List.of());
    }

    private StoredModel model(Subscription of, List<Use> uses) {
        return new StoredModel(of, List.copyOf(instances.values()), relations(), uses);
    }

    /** Takes the arrays from the left to the right. */
    private Subscription subscription() {
        Iterator<String> texts =
                Arrays.asList(subscription.getArrayOfStrings(TEXTS)).iterator();
        Iterator<Instant> times = Arrays.stream(subscription.getArrayOfOffsetDateTimes(TIMES))
                .map(time -> time == null ? null : time.toInstant())
                .iterator();
        Product product = new Product(
                subscription.getUUID(OTHER),
                texts.next(),
                texts.next(),
                texts.next(),
                texts.next(),
                ProductLifecycle.ofWireName(texts.next()),
                times.next(),
                times.next(),
                fixedInputs);
        return new Subscription(
                subscription.getUUID(ID),
                product,
                subscription.getString(NAME),
                subscription.getString(TEXT),
                SubscriptionLifecycle.ofWireName(subscription.getString(FIELD)),
                subscription.getBoolean(INSYNC),
                times.next(),
                times.next(),
                texts.next(),
                subscription.getInteger(PLACE));
    }

    private static Instance instance(Row row) {
        return new Instance(
                row.getUUID(ID),
                row.getUUID(OWNER),
                row.getString(NAME),
                row.getString(TEXT),
                row.getString(FIELD),
                row.getInteger(PLACE),
                new HashMap<>());
    }

    private void readValues() {
        values.sort(Comparator.comparing(row -> row.getInteger(PLACE)));
        for (Row row : values) {
            instances
                    .get(row.getUUID(ID))
                    .values()
                    .computeIfAbsent(row.getString(NAME), type -> new ArrayList<>(1))
                    .add(row.getString(TEXT));
        }
    }

    private List<Relation> relations() {
        return relations.stream()
                .filter(row -> instances.containsKey(row.getUUID(ID)))
                .map(row ->
                        new Relation(row.getUUID(ID), row.getUUID(OTHER), row.getInteger(PLACE), row.getString(FIELD)))
                .toList();
    }

    private List<Use> uses() {
        return relations.stream()
                .filter(row -> instances.containsKey(row.getUUID(OTHER)))
                .map(row -> new Use(row.getUUID(OTHER), row.getUUID(ID), ownerOfUser(row)))
                .sorted(BY_IDS)
                .toList();
    }

    private UUID ownerOfUser(Row relation) {
        Instance user = instances.get(relation.getUUID(ID));
        return user == null ? relation.getUUID(OWNER) : user.owner();
    }
}
