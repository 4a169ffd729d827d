package dev.orchestrator.launcher.command;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.embedded.RunningPostgres;
import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.program.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Ends what {@code up} started, from another terminal or after its launcher was killed. */
@Command(name = "down", description = "Ends everything that 'up' started; the data stays.")
final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Workspace workspace;
    private final Screen screen;

    DownCommand(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
        this.screen = surroundings.screen();
    }

    @Override
    public Integer call() {
        Optional<Recorded> launcher = UpLock.holder(workspace);
        if (launcher.isPresent()) {
            askToEnd(launcher.get());
            screen.say("Stopped");
        } else {
            screen.say(endOrphans() ? "Stopped what a killed launcher had left" : "Nothing was running");
        }
        return 0;
    }

    private static void askToEnd(Recorded launcher) {
        launcher.ask();
        if (!launcher.awaitEnd(PATIENCE)) {
            throw new LauncherException("The launcher (process " + launcher.pid() + ") has not ended within "
                    + PATIENCE.toSeconds() + " seconds. Kill it with kill -9 " + launcher.pid()
                    + " and run ./orchestrator down again.");
        }
    }

    private boolean endOrphans() {
        List<String> orphans = Orphans.end(workspace);
        orphans.forEach(name -> screen.say("Ended the " + name));
        Optional<RunningPostgres> server =
                EmbeddedPostgres.in(workspace.postgres()).running();
        server.ifPresent(RunningPostgres::stop);
        return !orphans.isEmpty() || server.isPresent();
    }
}
