package dev.orchestrator.api.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.state.Json;
import java.util.List;
import java.util.UUID;

/**
 * Something that a web page should read again: all of a type, or one of it.
 *
 * @param type a cache tag of the web UI
 * @param id a process or subscription, {@code LIST} for their lists, or null for all
 */
public record Invalidation(String type, String id) {
    private static final String LIST = "LIST";
    private static final String PROCESSES = "processes";
    private static final String SUBSCRIPTIONS = "subscriptions";

    public static final Invalidation ALL_PROCESSES = new Invalidation(PROCESSES, null);
    public static final Invalidation PROCESS_LIST = new Invalidation(PROCESSES, LIST);
    public static final Invalidation STATUS_COUNTS = new Invalidation("processStatusCounts", null);
    public static final Invalidation ENGINE_STATUS = new Invalidation("engineStatus", null);
    public static final Invalidation WORKER_STATUS = new Invalidation("workerStatus", null);
    /** Spelled as the web UI knows it. */
    public static final Invalidation SCHEDULES = new Invalidation("scheduledTags", null);

    public static final Invalidation PRODUCTS = new Invalidation("metadataProducts", null);

    public static Invalidation process(UUID processId) {
        return new Invalidation(PROCESSES, processId.toString());
    }

    /** A subscription, and all lists in which it may stand. */
    public static List<Invalidation> subscription(UUID subscriptionId) {
        return List.of(
                new Invalidation(SUBSCRIPTIONS, null),
                new Invalidation(SUBSCRIPTIONS, LIST),
                new Invalidation(SUBSCRIPTIONS, subscriptionId.toString()));
    }

    String toMessage() {
        ObjectNode message = Json.object().put("name", "invalidateCache");
        ObjectNode value = message.putObject("value").put("type", type);
        if (id != null) {
            value.put("id", id);
        }
        return Json.write(message);
    }
}
