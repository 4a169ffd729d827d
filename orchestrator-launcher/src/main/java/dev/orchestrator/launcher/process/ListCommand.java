package dev.orchestrator.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists processes. */
@Command(name = "list", sortOptions = false, description = "Lists processes, the newest first.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private Selection selection;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--sort",
            paramLabel = "FIELD,ORDER",
            defaultValue = "started_at,desc",
            description = "By which field, asc or desc (default: ${DEFAULT-VALUE}).")
    private String sort;

    @Mixin
    private Connection connection;

    private final Desk desk;

    ListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Map<String, String> parameters = selection.parameters(desk.clock());
        parameters.put("range", "0," + count);
        parameters.put("sort", sort);
        JsonNode processes = connection.api(desk).get("/api/processes/", parameters);
        if (connection.isJson()) {
            desk.screen().say(processes.toString());
            return 0;
        }
        Table table = new Table(desk.screen(), "PROCESS", "WORKFLOW", "STATUS", "LAST STEP", "STARTED", "BY", "REASON");
        processes.forEach(process -> table.add(
                Table.text(process, "process_id"),
                Table.text(process, "workflow_name"),
                Table.text(process, "last_status"),
                Table.text(process, "last_step"),
                Table.time(process, "started_at"),
                Table.text(process, "created_by"),
                reason(process)));
        table.print();
        return 0;
    }

    private static String reason(JsonNode process) {
        return Stream.of(MissingVersion.of(process), Table.text(process, "failed_reason"))
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
