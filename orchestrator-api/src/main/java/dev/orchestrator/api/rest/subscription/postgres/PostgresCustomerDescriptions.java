package dev.orchestrator.api.rest.subscription.postgres;

import dev.orchestrator.api.rest.json.UnixTime;
import dev.orchestrator.api.rest.subscription.CustomerDescriptionView;
import dev.orchestrator.api.rest.subscription.CustomerDescriptions;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Each method is one statement. */
@Singleton
public class PostgresCustomerDescriptions implements CustomerDescriptions {
    private static final String BY_ID = "SELECT * FROM subscription_customer_descriptions WHERE id = $1";

    private static final String OF_CUSTOMER =
            "SELECT * FROM subscription_customer_descriptions WHERE customer_id = $1 AND subscription_id = $2";

    /** Selects from the subscriptions, so that an unknown one adds nothing. */
    private static final String ADD = """
            INSERT INTO subscription_customer_descriptions (subscription_id, customer_id, description)
            SELECT subscription_id, $2, $3 FROM subscriptions WHERE subscription_id = $1
            ON CONFLICT (customer_id, subscription_id) DO NOTHING
            """;

    /** The version is checked and raised in one statement, so that of two who change at once one is told. */
    private static final String CHANGE = """
            WITH known AS (
                SELECT id, version FROM subscription_customer_descriptions
                WHERE id = $1 AND subscription_id = $2 AND customer_id = $3),
            changed AS (
                UPDATE subscription_customer_descriptions d SET description = $4, version = d.version + 1
                FROM known WHERE d.id = known.id AND ($5::integer IS NULL OR d.version = $5::integer)
                RETURNING d.id)
            SELECT (SELECT count(*) FROM known) AS known, (SELECT count(*) FROM changed) AS changed
            """;

    private static final String DELETE = "DELETE FROM subscription_customer_descriptions WHERE id = $1";

    private final Pool pool;

    PostgresCustomerDescriptions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<CustomerDescriptionView> byId(UUID id) {
        return one(execute(BY_ID, Tuple.of(id)));
    }

    @Override
    public Optional<CustomerDescriptionView> of(String customerId, UUID subscriptionId) {
        return one(execute(OF_CUSTOMER, Tuple.of(customerId, subscriptionId)));
    }

    @Override
    public boolean add(Content content) {
        return execute(ADD, Tuple.of(content.subscriptionId(), content.customerId(), content.description()))
                        .rowCount()
                > 0;
    }

    @Override
    public Outcome change(UUID id, Content content, Integer version) {
        Row row = execute(
                        CHANGE,
                        Tuple.of(id, content.subscriptionId(), content.customerId(), content.description(), version))
                .iterator()
                .next();
        if (row.getInteger("known") == 0) {
            return Outcome.UNKNOWN;
        }
        return row.getInteger("changed") > 0 ? Outcome.CHANGED : Outcome.STALE;
    }

    @Override
    public boolean delete(UUID id) {
        return execute(DELETE, Tuple.of(id)).rowCount() > 0;
    }

    private static Optional<CustomerDescriptionView> one(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new CustomerDescriptionView(
                    row.getString("description"),
                    row.getString("customer_id"),
                    row.getUUID("subscription_id"),
                    row.getUUID("id"),
                    UnixTime.of(row.getOffsetDateTime("created_at").toInstant()),
                    row.getInteger("version")));
        }
        return Optional.empty();
    }

    private RowSet<Row> execute(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).await().indefinitely();
    }
}
