package dev.orchestrator.launcher.process;

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
        if (dryRun) {
            return act(api, parameters, action, true).exitCode();
        }
        if (processes.isEmpty() && !yes) {
            requireSomebodyToAsk();
            if (!isConfirmed(action, act(api, parameters, action, true))) {
                return NOT_ALL;
            }
        }
        return act(api, parameters, action, false).exitCode();
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

    private ActionReport act(Api api, Map<String, String> parameters, ObjectNode action, boolean rehearsing) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("dry_run", Boolean.toString(rehearsing));
        ActionReport report =
                new ActionReport(api.put("/api/processes/actions", all, action), rehearsing, processes.size());
        if (connection.isJson()) {
            desk.screen().say(report.document().toString());
        } else {
            report.print(desk.screen());
        }
        return report;
    }

    private void requireSomebodyToAsk() {
        if (connection.isJson()) {
            throw new LauncherException("With --json nobody is asked. Add --dry-run or --yes");
        }
    }

    private boolean isConfirmed(ObjectNode action, ActionReport rehearsed) throws IOException {
        if (rehearsed.possible() == 0) {
            return false;
        }
        desk.screen()
                .ask("Do '%s' to %d processes? Type yes: "
                        .formatted(action.path("action").asText(), rehearsed.possible()));
        String answer = desk.input().readLine();
        if (answer == null) {
            throw new LauncherException("Nobody answered. To act without a question add --yes");
        }
        return answer.strip().equals("yes");
    }
}
