package dev.orchestrator.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.launcher.Screen;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One process on the screen: where it stands, and what happened to it; or as JSON, one document or one line an event. */
final class ProcessHistory {
    private static final String[] HEADS = {"TIME", "KIND", "WHAT", "ID", "STATUS", "TRY", "BY", "WORKER", "MORE"};

    private static final int WORKER_WIDTH = 8;

    private final Api api;
    private final String path;
    private final Screen screen;
    private final boolean isJson;
    private final Set<JsonNode> shown = new HashSet<>();

    ProcessHistory(Api api, UUID process, Screen screen, boolean isJson) {
        this.api = api;
        this.path = "/api/processes/" + process;
        this.screen = screen;
        this.isJson = isJson;
    }

    JsonNode process() {
        return api.get(path, Map.of());
    }

    void showAll() {
        JsonNode process = process();
        JsonNode entries = api.get(path + "/history", Map.of());
        if (isJson) {
            ObjectNode whole = process.deepCopy();
            screen.say(whole.set("history", entries).toString());
            return;
        }
        showHead(process);
        showEntries(entries);
        process.path("steps").forEach(this::showPending);
        screen.say("");
        line("allowed now", String.join(", ", texts(process.path("allowed_actions"))));
    }

    /** What has happened since this was asked last. */
    void showNew() {
        JsonNode entries = api.get(path + "/history", Map.of());
        entries.forEach(entry -> {
            if (shown.add(entry)) {
                screen.say(
                        isJson
                                ? entry.toString()
                                : String.join("  ", cells(entry)).stripTrailing());
            }
        });
    }

    void showHead(JsonNode process) {
        if (isJson) {
            return;
        }
        line("process", Table.text(process, "process_id"));
        line(
                "workflow",
                "%s, version %s (%s)"
                        .formatted(
                                Table.text(process, "workflow_name"),
                                Table.text(process, "workflow_version"),
                                Table.text(process, "workflow_target")));
        showStatus(process);
        line("started", Table.time(process, "started_at") + " by " + Table.text(process, "created_by"));
        line("note", Table.text(process, "note"));
        process.path("subscriptions")
                .forEach(subscription -> line(
                        "subscription",
                        Table.text(subscription, "subscription_id") + " " + Table.text(subscription, "description")));
        screen.say("");
    }

    void showStatus(JsonNode process) {
        if (!isJson) {
            String step = Table.text(process, "last_step");
            line("status", Table.text(process, "last_status") + (step.isEmpty() ? "" : ", last step: " + step));
            line("reason", Table.text(process, "failed_reason"));
            String missing = MissingVersion.of(process);
            line("waits", missing.isEmpty() ? "" : missing + "; what is sent to it is kept until one comes that has");
        }
    }

    private void showEntries(JsonNode entries) {
        Table table = new Table(screen, HEADS);
        entries.forEach(entry -> table.add(cells(entry)));
        table.print();
    }

    private void showPending(JsonNode step) {
        if (Table.text(step, "status").equals("pending")) {
            screen.say("to come: " + Table.text(step, "name"));
        }
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            screen.say(String.format("%-12s %s", name, value));
        }
    }

    private static String[] cells(JsonNode entry) {
        return new String[] {
            Table.time(entry, "at"),
            Table.text(entry, "kind"),
            Table.text(entry, "name"),
            Table.text(entry, "step_key"),
            Table.text(entry, "status"),
            Table.text(entry, "attempt"),
            Table.text(entry, "created_by"),
            beginning(Table.text(entry, "worker")),
            more(entry)
        };
    }

    /** Enough of a worker's name to tell it from others. */
    private static String beginning(String worker) {
        return worker.substring(0, Math.min(worker.length(), WORKER_WIDTH));
    }

    /** What matters most of the rest: that it does not count any more, why it failed, why somebody acted, what was sent. */
    private static String more(JsonNode entry) {
        JsonNode detail = entry.path("detail");
        String superseded = entry.path("superseded").asBoolean() ? "(gone back behind) " : "";
        if (detail.has("error")) {
            return superseded + Table.text(detail, "error");
        }
        String reason = Table.text(entry, "reason");
        String rest = detail.isEmpty() ? "" : detail.toString();
        return superseded + (reason.isEmpty() ? rest : reason + " " + rest);
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
