package dev.orchestrator.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orchestrator.launcher.LauncherException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Something that is done to the processes that are named, or to all that a filter selects; the latter asks first. */
abstract class ActionCommand implements Callable<Integer> {
    private static final int NOT_ALL = 1;

    @Parameters(
            paramLabel = "PROCESS",
            arity = "0..*",
            description = "The processes' ids; without any, the conditions below select.")
    private List<UUID> processes = List.of();

    @Mixin
    private Selection selection;

    @Option(names = "--dry-run", description = "Only say what would be done, and to which it can't be done and why.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask before acting on what a filter selects.")
    private boolean yes;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is kept with the action.")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--reporter",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who acts; it is kept with the action (default: the user's name).")
    private String reporter;

    @Mixin
    private Connection connection;

    private final Desk desk;

    ActionCommand(Desk desk) {
        this.desk = desk;
    }

    /** The action as the API reads it. */
    abstract ObjectNode action();

    static ObjectNode named(String action) {
        return Api.JSON.createObjectNode().put("action", action);
    }

    @Override
    public final Integer call() throws IOException {
        Api api = connection.api(desk);
        ObjectNode action = action();
        Map<String, String> parameters = parameters();
        if (dryRun || (processes.isEmpty() && !yes)) {
            JsonNode rehearsed = act(api, parameters, action, true);
            if (dryRun || !isConfirmed(action, rehearsed)) {
                return dryRun ? exitCode(rehearsed) : NOT_ALL;
            }
        }
        return exitCode(act(api, parameters, action, false));
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(selection.parameters(desk.clock()));
        if (processes.isEmpty() == parameters.isEmpty()) {
            throw new LauncherException(
                    "Say which processes: either by their ids, or by conditions such as --status failed");
        }
        if (!processes.isEmpty()) {
            parameters.put(
                    "filter",
                    "process_id," + processes.stream().map(UUID::toString).collect(Collectors.joining("|")));
        }
        parameters.put("reporter", reporter);
        reason.ifPresent(text -> parameters.put("reason", text));
        return parameters;
    }

    private JsonNode act(Api api, Map<String, String> parameters, ObjectNode action, boolean rehearsing) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("dry_run", Boolean.toString(rehearsing));
        JsonNode report = api.put("/api/processes/actions", all, action);
        int unknown = processes.size() - report.path("total").asInt();
        if (unknown > 0) {
            desk.screen().say("Not all of these processes exist: " + unknown + " unknown");
        }
        show(report, rehearsing);
        return report;
    }

    private void show(JsonNode report, boolean rehearsing) {
        if (connection.isJson()) {
            desk.screen().say(report.toString());
            return;
        }
        Table table = new Table(desk.screen(), "PROCESS", "WORKFLOW", "WAS", "STATUS", "REASON");
        report.path("results")
                .forEach(result -> table.add(
                        Table.text(result, "process_id"),
                        Table.text(result, "workflow_name"),
                        Table.text(result, "last_status"),
                        Table.text(result, "outcome"),
                        Table.text(result, "reason")));
        table.print();
        int results = report.path("results").size();
        int total = report.path("total").asInt();
        desk.screen()
                .say("%d %s, %d refused%s"
                        .formatted(
                                report.path(rehearsing ? "possible" : "done").asInt(),
                                rehearsing ? "possible" : "done",
                                report.path("refused").asInt(),
                                total > results
                                        ? "; " + (total - results) + " more are selected: run it again for those"
                                        : ""));
    }

    private boolean isConfirmed(ObjectNode action, JsonNode rehearsed) throws IOException {
        int possible = rehearsed.path("possible").asInt();
        if (possible == 0) {
            return false;
        }
        desk.screen()
                .ask("Do '%s' to %d processes? Type yes: "
                        .formatted(action.path("action").asText(), possible));
        String answer = desk.input().readLine();
        if (answer == null) {
            throw new LauncherException("Nobody answered. To act without a question add --yes");
        }
        return answer.strip().equals("yes");
    }

    private int exitCode(JsonNode report) {
        boolean isWhole =
                report.path("refused").asInt() == 0 && report.path("total").asInt() >= Math.max(1, processes.size());
        return isWhole ? 0 : NOT_ALL;
    }
}
