package dev.orchestrator.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        return new CommandLine(new EngineCommand())
                .addSubcommand(new Status(desk))
                .addSubcommand(new Pause(desk))
                .addSubcommand(new Resume(desk));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** Asks or tells the API, and shows what it answers. */
    private static Integer show(Desk desk, Connection connection, Function<Api, JsonNode> question) {
        JsonNode status = question.apply(connection.api(desk));
        desk.screen()
                .say(
                        connection.isJson()
                                ? status.toString()
                                : "%s, %d processes run"
                                        .formatted(
                                                status.path("global_status").asText(),
                                                status.path("running_processes").asInt()));
        return 0;
    }

    private static JsonNode lock(Api api, boolean isLocked) {
        ObjectNode body = Api.JSON.createObjectNode().put("global_lock", isLocked);
        return api.put(STATUS, Map.of(), body);
    }

    @Command(name = "status", description = "Says RUNNING, PAUSING while steps still finish, or PAUSED.")
    private static final class Status implements Callable<Integer> {
        @Mixin
        private Connection connection;

        private final Desk desk;

        Status(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            return show(desk, connection, api -> api.get(STATUS, Map.of()));
        }
    }

    @Command(name = "pause", description = "Lets the running steps finish, and no other one begin.")
    private static final class Pause implements Callable<Integer> {
        @Mixin
        private Connection connection;

        private final Desk desk;

        Pause(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            return show(desk, connection, api -> lock(api, true));
        }
    }

    @Command(name = "resume", description = "Lets processes run again.")
    private static final class Resume implements Callable<Integer> {
        @Mixin
        private Connection connection;

        private final Desk desk;

        Resume(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            return show(desk, connection, api -> lock(api, false));
        }
    }
}
