package dev.orchestrator.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orchestrator.launcher.Screen;

/**
 * What came of an action, or of its rehearsal, as the API tells it.
 *
 * @param named how many processes were named by their ids; 0 for a selection
 */
record ActionReport(JsonNode document, boolean isRehearsal, int named) {
    private static final int NOT_ALL = 1;

    void print(Screen screen) {
        if (unknown() > 0) {
            screen.say("Not all of these processes exist: " + unknown() + " unknown");
        }
        Table table = new Table(screen, "PROCESS", "WORKFLOW", "WAS", "STATUS", "REASON");
        document.path("results")
                .forEach(result -> table.add(
                        Table.text(result, "process_id"),
                        Table.text(result, "workflow_name"),
                        Table.text(result, "last_status"),
                        Table.text(result, "outcome"),
                        Table.text(result, "reason")));
        table.print();
        screen.say(summary());
    }

    int possible() {
        return document.path("possible").asInt();
    }

    /** 0 only if all that was meant was done, and there was something to do. */
    int exitCode() {
        boolean isWhole = document.path("refused").asInt() == 0 && total() > 0 && unknown() <= 0;
        return isWhole ? 0 : NOT_ALL;
    }

    private String summary() {
        String verb = isRehearsal ? "possible" : "done";
        int left = total() - document.path("results").size();
        return "%d %s, %d refused%s"
                .formatted(
                        document.path(verb).asInt(),
                        verb,
                        document.path("refused").asInt(),
                        left > 0 ? "; " + left + " more are selected: run it again for those" : "");
    }

    private int total() {
        return document.path("total").asInt();
    }

    private int unknown() {
        return named - total();
    }
}
