package dev.orchestrator.api.process.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.api.listing.ListRequest;
import dev.orchestrator.api.listing.Page;
import dev.orchestrator.api.listing.postgres.Link;
import dev.orchestrator.api.listing.postgres.RowMapping;
import dev.orchestrator.api.listing.postgres.RowsBelow;
import dev.orchestrator.api.process.ProcessType;
import dev.orchestrator.api.process.Processes;
import dev.orchestrator.api.product.ProductType;
import dev.orchestrator.api.product.postgres.CatalogueRows;
import dev.orchestrator.process.ProcessStep;
import dev.orchestrator.process.StepStatus;
import dev.orchestrator.state.Json;
import dev.orchestrator.state.State;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads processes with the reactive client. */
@Singleton
class PostgresProcesses implements Processes {
    private static final Link TO_SUBSCRIPTION =
            Link.joined("JOIN processes_subscriptions link ON link.pid = p.pid", "link.subscription_id");

    private static final Link TO_PARENT = Link.joined("", "p.parent_pid");

    private static final Link TO_CHILD = Link.joined("JOIN processes child ON child.parent_pid = p.pid", "child.pid");

    private static final String PRODUCTS = """
            SELECT ps.pid AS parent, %s
            FROM processes_subscriptions ps JOIN subscriptions s USING (subscription_id)
              JOIN products p ON p.product_id = s.product_id
            WHERE ps.pid = ANY($1) ORDER BY ps.created_at, ps.id
            """.formatted(CatalogueRows.PRODUCT_COLUMNS);

    private static final String STEPS = """
            SELECT pid AS parent, stepid, step_key, name, status, state, created_by, started_at, completed_at, passed_steps,
                   coalesce(jsonb_array_length(attempts), 0) + 1 AS attempt
            FROM process_steps WHERE pid = ANY($1) AND superseded_by IS NULL ORDER BY pid, sequence
            """;

    private static final RowMapping<ProcessStep> STEP_ROWS = RowMapping.of(PostgresProcesses::step);

    private final Pool pool;

    PostgresProcesses(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<ProcessType>> processes(ListRequest request) {
        return ProcessListing.LISTING.page(pool, request);
    }

    @Override
    public Uni<Map<UUID, Page<ProcessType>>> ofSubscriptions(Collection<UUID> subscriptions, ListRequest request) {
        return ProcessListing.LISTING.pagesBelow(pool, subscriptions, TO_SUBSCRIPTION, request);
    }

    /** By processes_children_ux. */
    @Override
    public Uni<Map<UUID, Page<ProcessType>>> children(Collection<UUID> processes, ListRequest request) {
        return ProcessListing.LISTING.pagesBelow(pool, processes, TO_PARENT, request);
    }

    @Override
    public Uni<Map<UUID, ProcessType>> parents(Collection<UUID> processes) {
        return ProcessListing.LISTING
                .pagesBelow(pool, processes, TO_CHILD, ListRequest.page(0, 1))
                .map(pages -> pages.entrySet().stream()
                        .filter(page -> !page.getValue().items().isEmpty())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                page -> page.getValue().items().getFirst())));
    }

    @Override
    public Uni<Map<UUID, ProductType>> products(Collection<UUID> processes) {
        return new RowsBelow<>(PRODUCTS, CatalogueRows.PRODUCTS).readFirst(pool, processes);
    }

    @Override
    public Uni<Map<UUID, List<ProcessStep>>> steps(Collection<UUID> processes) {
        return new RowsBelow<>(STEPS, STEP_ROWS).read(pool, processes);
    }

    private static State state(Row row) {
        JsonObject stored = row.getJsonObject("state");
        return State.of(Json.mapper().<ObjectNode>valueToTree(stored.getMap()));
    }

    private static ProcessStep step(Row row) {
        OffsetDateTime started = row.getOffsetDateTime("started_at");
        String[] passed = row.getArrayOfStrings("passed_steps");
        return new ProcessStep(
                row.getUUID("stepid"),
                row.getString("step_key"),
                row.getString("name"),
                StepStatus.ofWireName(row.getString("status")),
                state(row),
                row.getString("created_by"),
                started == null ? null : started.toInstant(),
                row.getOffsetDateTime("completed_at").toInstant(),
                row.getInteger("attempt"),
                passed == null ? null : List.of(passed));
    }
}
