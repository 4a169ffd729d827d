package dev.orchestrator.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Pauses the whole engine and lets it run again. */
@Command(
        name = "engine",
        synopsisSubcommandLabel = "COMMAND",
        description = "Says whether processes run, pauses them all, or lets them run again.")
public final class EngineCommand implements Runnable {
    private static final String STATUS = "/api/settings/status";

    @Spec
    private CommandSpec spec;

    private EngineCommand() {}

    public static CommandLine group(Desk desk) {
        CommandLine group = new CommandLine(new EngineCommand());
        add(
                group,
                "status",
                "Says RUNNING, PAUSING while steps still finish, or PAUSED.",
                new Question(desk, api -> api.get(STATUS, Map.of())));
        add(group, "pause", "Lets the running steps finish, and no other one begin.", new Question(desk, lock(true)));
        add(group, "resume", "Lets processes run again.", new Question(desk, lock(false)));
        return group;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    private static void add(CommandLine group, String name, String description, Question question) {
        group.addSubcommand(name, question);
        group.getSubcommands().get(name).getCommandSpec().usageMessage().description(description);
    }

    private static Function<Api, JsonNode> lock(boolean isLocked) {
        return api -> api.put(STATUS, Map.of(), Api.JSON.createObjectNode().put("global_lock", isLocked));
    }

    /** Asks or tells the API, and shows what it answers. */
    @Command
    private static final class Question implements Callable<Integer> {
        @Mixin
        private Connection connection;

        private final Desk desk;
        private final Function<Api, JsonNode> question;

        Question(Desk desk, Function<Api, JsonNode> question) {
            this.desk = desk;
            this.question = question;
        }

        @Override
        public Integer call() {
            JsonNode status = question.apply(connection.api(desk));
            String text = "%s, %d processes run"
                    .formatted(
                            status.path("global_status").asText(),
                            status.path("running_processes").asInt());
            desk.screen().say(connection.isJson() ? status.toString() : text);
            return 0;
        }
    }
}
