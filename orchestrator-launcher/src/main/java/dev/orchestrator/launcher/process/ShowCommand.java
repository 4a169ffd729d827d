package dev.orchestrator.launcher.process;

import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one process and all that happened to it. */
@Command(
        name = "show",
        sortOptions = false,
        description = "Shows a process: where it stands, and all that happened to it.")
final class ShowCommand implements Callable<Integer> {
    private static final int NOT_COMPLETED = 1;

    @Parameters(paramLabel = "PROCESS", description = "The process' id.")
    private UUID process;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what happens until the process ends; exits with 0 only if it completed.")
    private boolean follow;

    @Mixin
    private Connection connection;

    private final Desk desk;

    ShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        Api api = connection.api(desk);
        ProcessHistory history = new ProcessHistory(api, process, desk.screen(), connection.isJson());
        if (!follow) {
            history.showAll();
            return 0;
        }
        String last = new FollowedProcess(api, process, history).followToTheEnd();
        return last.equals("completed") ? 0 : NOT_COMPLETED;
    }
}
