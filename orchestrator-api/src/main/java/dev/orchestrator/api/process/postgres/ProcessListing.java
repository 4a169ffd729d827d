package dev.orchestrator.api.process.postgres;

import dev.orchestrator.api.listing.Batch;
import dev.orchestrator.api.listing.postgres.ListFields;
import dev.orchestrator.api.listing.postgres.Listing;
import dev.orchestrator.api.listing.postgres.RowMapping;
import dev.orchestrator.api.process.ProcessType;
import dev.orchestrator.process.postgres.ProcessRows;
import io.vertx.mutiny.sqlclient.Row;

/** The list of processes. */
final class ProcessListing {
    private static final int LIMIT = 1_000;

    /** Of the first subscription; in the select list, so that it is looked up for the rows of a page only. */
    private static final String OF_FIRST_SUBSCRIPTION = """
            (SELECT {expression}
             FROM processes_subscriptions ps JOIN subscriptions s USING (subscription_id) JOIN products pr USING (product_id)
             WHERE ps.pid = p.pid ORDER BY ps.created_at, ps.id LIMIT 1)""";

    private static final String COLUMNS =
            """
            p.pid, p.workflow_id, w.name AS workflow_name, p.is_task, p.created_by, p.failed_reason, p.started_at,
            p.last_status, CASE WHEN p.last_status = 'running' THEN (
                SELECT s.name FROM process_steps s WHERE s.pid = p.pid AND s.superseded_by IS NULL ORDER BY s.sequence DESC LIMIT 1)
                ELSE p.last_step END AS last_step, p.assignee, p.last_modified_at, w.target, p.note, p.traceback, p.workflow_version,
            p.parent_pid, p.parent_step, p.parent_item,
            %s AS product_id, %s AS customer_id""".formatted(ofFirstSubscription("s.product_id"), ofFirstSubscription("s.customer_id"));

    private static final String FROM = "processes p JOIN workflows w ON w.workflow_id = p.workflow_id";

    private static final String ANY_SUBSCRIPTION = """
            EXISTS (SELECT FROM processes_subscriptions ps
                      JOIN subscriptions s USING (subscription_id) JOIN products pr USING (product_id)
                    WHERE ps.pid = p.pid AND {condition})""";

    private static final ListFields FIELDS = ListFields.keyedBy("p.pid")
            .inOrderOf("p.started_at DESC")
            .sortableInBothSpellings()
            .id("process_id", "p.pid")
            .id("workflow_id", "p.workflow_id")
            .text("workflow_name", "w.name")
            .text("assignee", "p.assignee")
            .word("last_status", "p.last_status")
            .text("last_step", "p.last_step")
            .time("started_at", "p.started_at")
            .time("last_modified_at", "p.last_modified_at")
            .text("failed_reason", "p.failed_reason")
            .text("traceback", "p.traceback")
            .text("created_by", "p.created_by")
            .bool("is_task", "p.is_task")
            .text("note", "p.note")
            .id("parent_process_id", "p.parent_pid")
            .filterText("target", "w.target")
            .filterText("customer", "s.customer_id", ANY_SUBSCRIPTION)
            .filterText("product", "pr.name", ANY_SUBSCRIPTION)
            .filterText("product_description", "pr.description", ANY_SUBSCRIPTION)
            .filterId("subscription_id", "s.subscription_id", ANY_SUBSCRIPTION)
            .filterExactText("tag", "pr.tag", ANY_SUBSCRIPTION)
            .sortText("workflow_target", "w.target")
            .sortText("subscriptions", ofFirstSubscription("s.description"))
            .sortValue("product_id", ofFirstSubscription("pr.product_id"))
            .sortText("product_name", ofFirstSubscription("pr.name"))
            .sortText("product_description", ofFirstSubscription("pr.description"))
            .sortText("product_type", ofFirstSubscription("pr.product_type"))
            .sortText("product_tag", ofFirstSubscription("pr.tag"))
            .sortText("product_status", ofFirstSubscription("pr.status"))
            .sortValue("product_created_at", ofFirstSubscription("pr.created_at"))
            .sortValue("product_end_date", ofFirstSubscription("pr.end_date"));

    static final Listing<ProcessType> LISTING =
            new Listing<>(COLUMNS, FROM, FIELDS, LIMIT, new RowMapping<>("pid", ProcessListing::process));

    private ProcessListing() {}

    private static String ofFirstSubscription(String expression) {
        return OF_FIRST_SUBSCRIPTION.replace("{expression}", expression);
    }

    private static ProcessType process(Row row, Batch batch) {
        return ProcessType.of(ProcessRows.process(row), row.getUUID("product_id"), row.getString("customer_id"), batch);
    }
}
