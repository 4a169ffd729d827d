package dev.orchestrator.launcher.command;

import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints how to look into the database of the running orchestrator. */
@Command(name = "database", description = "Prints the line that connects to the running orchestrator's database.")
final class DatabaseCommand implements Callable<Integer> {
    private final Workspace workspace;
    private final Screen screen;

    DatabaseCommand(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
        this.screen = surroundings.screen();
    }

    @Override
    public Integer call() {
        RunningStack stack = UpLock.holder(workspace)
                .flatMap(launcher -> RunningStack.read(workspace))
                .orElseThrow(
                        () -> new LauncherException("No orchestrator is up here. Start it with ./orchestrator up"));
        screen.say(stack.database());
        return 0;
    }
}
