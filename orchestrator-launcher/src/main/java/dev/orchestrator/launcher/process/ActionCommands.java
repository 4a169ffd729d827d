package dev.orchestrator.launcher.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orchestrator.launcher.LauncherException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The actions one by one: what each needs beyond the processes. */
final class ActionCommands {
    private ActionCommands() {}

    @Command(
            name = "retry",
            sortOptions = false,
            description = "Runs the step again at which a process failed or waits.")
    static final class Retry extends ActionCommand {
        Retry(Desk desk) {
            super(desk);
        }

        @Override
        ObjectNode action() {
            return named("retry");
        }
    }

    @Command(name = "resume", sortOptions = false, description = "Answers the form at which a process is suspended.")
    static final class Resume extends ActionCommand {
        @Option(
                names = "--page",
                paramLabel = "JSON",
                description = "A page of the form as a JSON object; once for each page (default: one empty page).")
        private List<String> pages = List.of("{}");

        Resume(Desk desk) {
            super(desk);
        }

        @Override
        ObjectNode action() {
            ObjectNode action = named("resume");
            ArrayNode list = action.putArray("pages");
            pages.forEach(page -> list.add(json(page)));
            return action;
        }
    }

    @Command(
            name = "skip",
            sortOptions = false,
            description = "Goes on behind the step at which a process stands; it adds nothing to the state.")
    static final class Skip extends ActionCommand {
        @Option(names = "--step", paramLabel = "ID", description = "Only if the process stands at this step.")
        private Optional<String> step = Optional.empty();

        Skip(Desk desk) {
            super(desk);
        }

        @Override
        ObjectNode action() {
            ObjectNode action = named("skip");
            step.ifPresent(id -> action.put("step", id));
            return action;
        }
    }

    @Command(
            name = "go-back",
            sortOptions = false,
            description = "Runs an earlier step again, and all behind it, on the state that was before it.")
    static final class GoBack extends ActionCommand {
        @Option(
                names = "--step",
                paramLabel = "ID",
                required = true,
                description = "The id of the step in its workflow.")
        private String step;

        GoBack(Desk desk) {
            super(desk);
        }

        @Override
        ObjectNode action() {
            return named("go_back").put("step", step);
        }
    }

    @Command(
            name = "edit-state",
            sortOptions = false,
            description = "Sets keys of the state that the next step gets; the process stays where it stands.")
    static final class EditState extends ActionCommand {
        @Option(
                names = "--set",
                paramLabel = "KEY=VALUE",
                required = true,
                description = "A key with its whole value as JSON; what is no JSON is a text.")
        private Map<String, String> changes;

        EditState(Desk desk) {
            super(desk);
        }

        @Override
        ObjectNode action() {
            ObjectNode action = named("edit_state");
            ObjectNode state = action.putObject("state");
            changes.forEach((key, value) -> state.set(key, jsonOrText(value)));
            return action;
        }
    }

    @Command(
            name = "priority",
            sortOptions = false,
            description = "Lets a process run before or after others that are due.")
    static final class Priority extends ActionCommand {
        @Option(
                names = "--to",
                paramLabel = "N",
                required = true,
                description = "0 runs first, 9 last; processes start with 5.")
        private int priority;

        Priority(Desk desk) {
            super(desk);
        }

        @Override
        ObjectNode action() {
            return named("set_priority").put("priority", priority);
        }
    }

    @Command(
            name = "due",
            sortOptions = false,
            description = "Moves a process that waits in the queue to another time.")
    static final class Due extends ActionCommand {
        @Option(
                names = "--at",
                paramLabel = "TIME",
                required = true,
                description = "When, with its offset, such as 2026-02-01T08:00:00Z; a time in the past is at once.")
        private OffsetDateTime time;

        Due(Desk desk) {
            super(desk);
        }

        @Override
        ObjectNode action() {
            return named("set_due_time").put("due_at", time.toString());
        }
    }

    @Command(name = "abort", sortOptions = false, description = "Ends a process for good.")
    static final class Abort extends ActionCommand {
        Abort(Desk desk) {
            super(desk);
        }

        @Override
        ObjectNode action() {
            return named("abort");
        }
    }

    private static JsonNode json(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new LauncherException(
                    "A page is a JSON object, such as '{\"approval\": \"approved\"}'; found " + text, noJson);
        }
    }

    private static JsonNode jsonOrText(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return TextNode.valueOf(text);
        }
    }
}
