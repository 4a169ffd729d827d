package dev.orchestrator.api.subscription.postgres;

import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import dev.orchestrator.api.listing.postgres.Link;
import dev.orchestrator.api.listing.postgres.ListFields;
import dev.orchestrator.api.listing.postgres.Listing;
import dev.orchestrator.api.listing.postgres.RowMapping;
import dev.orchestrator.api.listing.postgres.RowsBelow;
import dev.orchestrator.api.subscription.BlockPlace;
import dev.orchestrator.api.subscription.CustomerDescription;
import dev.orchestrator.api.subscription.Relations;
import dev.orchestrator.api.subscription.StoredBlock;
import dev.orchestrator.api.subscription.SubscriptionInterface;
import dev.orchestrator.api.subscription.Subscriptions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads subscriptions with the reactive client. */
@Singleton
class PostgresSubscriptions implements Subscriptions {
    private static final int LIMIT = 1_000;

    private static final Listing<SubscriptionInterface> LISTING = new Listing<>(
            SubscriptionRows.COLUMNS,
            SubscriptionRows.FROM,
            ListFields.keyedBy("s.subscription_id")
                    .inOrderOf("s.start_date DESC NULLS LAST")
                    .id("subscription_id", "s.subscription_id")
                    .text("description", "s.description")
                    .word("status", "s.status")
                    .id("product_id", "s.product_id")
                    .text("customer_id", "s.customer_id")
                    .bool("insync", "s.insync")
                    .time("start_date", "s.start_date")
                    .time("end_date", "s.end_date")
                    .text("note", "s.note")
                    .integer("version", "s.version")
                    .filterText("product", "p.name")
                    .filterExactText("tag", "p.tag")
                    .filterExactText("type", "p.product_type")
                    .sortText("tag", "p.tag")
                    .sortText("product_name", "p.name")
                    .sortText("product_description", "p.description")
                    .sortText("product_type", "p.product_type")
                    .sortText("product_tag", "p.tag")
                    .sortText("product_status", "p.status")
                    .sortValue("product_created_at", "p.created_at")
                    .sortValue("product_end_date", "p.end_date"),
            new SubscriptionSearch(),
            LIMIT,
            SubscriptionRows.SUBSCRIPTIONS);

    private static final Link TO_PRODUCT = Link.joined("", "s.product_id");

    private static final Link TO_PROCESS =
            Link.joined("JOIN processes_subscriptions ps ON ps.subscription_id = s.subscription_id", "ps.pid");

    private static final String BY_ID = """
            SELECT s.subscription_id AS parent, %s FROM %s WHERE s.subscription_id = ANY($1)
            """.formatted(SubscriptionRows.COLUMNS, SubscriptionRows.FROM);

    private static final String CUSTOMER_DESCRIPTIONS = """
            SELECT subscription_id AS parent, id, customer_id, description, created_at, version
            FROM subscription_customer_descriptions WHERE subscription_id = ANY($1) ORDER BY created_at, id
            """;

    private static final String FIXED_INPUTS = """
            SELECT s.subscription_id AS parent, f.name, f.value
            FROM subscriptions s JOIN fixed_inputs f USING (product_id)
            WHERE s.subscription_id = ANY($1) ORDER BY f.name
            """;

    private static final String LAST_VALIDATED_AT = """
            SELECT ps.subscription_id AS parent, max(p.last_modified_at) AS validated_at
            FROM processes_subscriptions ps JOIN processes p USING (pid) JOIN workflows w USING (workflow_id)
            WHERE ps.subscription_id = ANY($1) AND w.target = 'VALIDATE' AND p.last_status = 'completed'
            GROUP BY ps.subscription_id
            """;

    private static final String PLACES_OF = """
            SELECT subscription_instance_id AS block, subscription_id AS subscription, NULL AS value
            FROM subscription_instances WHERE subscription_instance_id = ANY($1)
            """;

    /** Reads all values of the resource type, by subscription_instance_values_type_ix: values have no index of their own. */
    private static final String PLACES_WITH = """
            SELECT i.subscription_instance_id AS block, i.subscription_id AS subscription, v.value
            FROM resource_types t
              JOIN subscription_instance_values v USING (resource_type_id)
              JOIN subscription_instances i USING (subscription_instance_id)
              JOIN product_blocks b USING (product_block_id)
              JOIN subscriptions s USING (subscription_id)
            WHERE b.name = $1 AND t.resource_type = $2 AND v.value = ANY($3)
            ORDER BY s.status = 'terminated', s.start_date DESC NULLS LAST, i.subscription_instance_id
            """;

    private static final RowMapping<OffsetDateTime> VALIDATED_AT =
            RowMapping.of(row -> row.getOffsetDateTime("validated_at"));

    private final Pool pool;

    PostgresSubscriptions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<SubscriptionInterface>> subscriptions(ListRequest request) {
        return LISTING.page(pool, request);
    }

    @Override
    public Uni<Map<UUID, SubscriptionInterface>> byId(Collection<UUID> subscriptions) {
        return new RowsBelow<>(BY_ID, SubscriptionRows.SUBSCRIPTIONS).readFirst(pool, subscriptions);
    }

    @Override
    public Uni<Map<UUID, Page<SubscriptionInterface>>> ofProducts(Collection<UUID> products, ListRequest request) {
        return LISTING.pagesBelow(pool, products, TO_PRODUCT, request);
    }

    @Override
    public Uni<Map<UUID, Page<SubscriptionInterface>>> ofProcesses(Collection<UUID> processes, ListRequest request) {
        return LISTING.pagesBelow(pool, processes, TO_PROCESS, request);
    }

    @Override
    public Uni<Map<UUID, Page<SubscriptionInterface>>> related(
            Collection<UUID> subscriptions, Relations relations, ListRequest request) {
        Link link =
                new Link("related.parent", (parents, parameters) -> RelatedRows.join(relations, parents, parameters));
        return LISTING.pagesBelow(pool, subscriptions, link, request);
    }

    @Override
    public Uni<Map<UUID, List<CustomerDescription>>> customerDescriptions(Collection<UUID> subscriptions) {
        return new RowsBelow<>(CUSTOMER_DESCRIPTIONS, SubscriptionRows.CUSTOMER_DESCRIPTIONS).read(pool, subscriptions);
    }

    @Override
    public Uni<Map<UUID, List<Object>>> fixedInputs(Collection<UUID> subscriptions) {
        return new RowsBelow<>(FIXED_INPUTS, SubscriptionRows.FIXED_INPUTS).read(pool, subscriptions);
    }

    @Override
    public Uni<Map<UUID, OffsetDateTime>> lastValidatedAt(Collection<UUID> subscriptions) {
        return new RowsBelow<>(LAST_VALIDATED_AT, VALIDATED_AT).readFirst(pool, subscriptions);
    }

    @Override
    public Uni<Map<UUID, List<StoredBlock>>> blocks(Collection<UUID> subscriptions) {
        return new RowsBelow<>(BlockRows.BLOCKS, BlockRows.MAPPING).readShared(pool, subscriptions);
    }

    @Override
    public Uni<List<BlockPlace>> placesOf(Collection<UUID> blocks) {
        return places(PLACES_OF, Tuple.of(blocks.toArray(UUID[]::new)));
    }

    @Override
    public Uni<List<BlockPlace>> placesWith(String block, String resourceType, Collection<String> values) {
        return places(PLACES_WITH, Tuple.of(block, resourceType, values.toArray(String[]::new)));
    }

    private Uni<List<BlockPlace>> places(String statement, Tuple parameters) {
        return pool.preparedQuery(statement)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new BlockPlace(
                                row.getUUID("block"), row.getUUID("subscription"), row.getString("value")))
                        .toList());
    }
}
