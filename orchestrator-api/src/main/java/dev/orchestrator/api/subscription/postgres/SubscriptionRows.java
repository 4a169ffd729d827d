package dev.orchestrator.api.subscription.postgres;

import dev.orchestrator.api.listing.Batch;
import dev.orchestrator.api.listing.postgres.RowMapping;
import dev.orchestrator.api.subscription.CustomerDescription;
import dev.orchestrator.api.subscription.ProductModel;
import dev.orchestrator.api.subscription.Subscription;
import dev.orchestrator.api.subscription.SubscriptionInterface;
import dev.orchestrator.product.ProductLifecycle;
import dev.orchestrator.subscription.SubscriptionLifecycle;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;

/** How the rows of subscriptions and what belongs to them become items, and the columns that this takes. */
final class SubscriptionRows {
    static final String COLUMNS = """
            s.subscription_id, s.customer_id, s.description, s.start_date, s.end_date, s.status, s.insync, s.note, s.version,
            m.metadata, p.product_id, p.name AS product_name, p.description AS product_description, p.product_type,
            p.tag AS product_tag, p.status AS product_status, p.created_at AS product_created_at,
            p.end_date AS product_end_date""";

    /** Every subscription has a product; a LEFT JOIN lets the database leave it out where only rows are counted. */
    static final String FROM = """
            subscriptions s LEFT JOIN products p ON p.product_id = s.product_id
            LEFT JOIN subscription_metadata m ON m.subscription_id = s.subscription_id""";

    static final RowMapping<SubscriptionInterface> SUBSCRIPTIONS =
            new RowMapping<>("subscription_id", SubscriptionRows::subscription);

    static final RowMapping<CustomerDescription> CUSTOMER_DESCRIPTIONS =
            RowMapping.of(SubscriptionRows::customerDescription);

    static final RowMapping<Object> FIXED_INPUTS =
            RowMapping.of(row -> Map.of("field", row.getString("name"), "value", row.getString("value")));

    private SubscriptionRows() {}

    private static SubscriptionInterface subscription(Row row, Batch batch) {
        return new Subscription(
                row.getUUID("subscription_id"),
                row.getString("customer_id"),
                row.getString("description"),
                row.getOffsetDateTime("start_date"),
                row.getOffsetDateTime("end_date"),
                SubscriptionLifecycle.ofWireName(row.getString("status")),
                row.getBoolean("insync"),
                row.getString("note"),
                row.getInteger("version"),
                product(row),
                row.getValue("metadata") instanceof JsonObject metadata ? metadata.getMap() : Map.of(),
                batch);
    }

    private static ProductModel product(Row row) {
        return new ProductModel(
                row.getUUID("product_id"),
                row.getString("product_name"),
                row.getString("product_description"),
                row.getString("product_type"),
                row.getString("product_tag"),
                ProductLifecycle.ofWireName(row.getString("product_status")),
                row.getOffsetDateTime("product_created_at"),
                row.getOffsetDateTime("product_end_date"));
    }

    private static CustomerDescription customerDescription(Row row) {
        return new CustomerDescription(
                row.getString("description"),
                row.getString("customer_id"),
                row.getUUID("parent"),
                row.getUUID("id"),
                row.getOffsetDateTime("created_at"),
                row.getInteger("version"));
    }
}
