package dev.orchestrator.launcher.command;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Throws the development database away, so that the next start begins with an empty one. */
@Command(
        name = "reset",
        description = "Deletes the database that came along; the next 'up' begins with an empty one. Asks first.")
final class ResetCommand implements Callable<Integer> {
    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    private final Workspace workspace;
    private final Screen screen;
    private final BufferedReader input;

    ResetCommand(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
        this.screen = surroundings.screen();
        this.input = surroundings.input();
    }

    @Override
    public Integer call() throws IOException {
        if (UpLock.holder(workspace).isPresent()) {
            throw new LauncherException(
                    "The orchestrator is up and uses the database. End it first: ./orchestrator down");
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.in(workspace.postgres());
        if (!postgres.hasData()) {
            screen.say("There is no database to delete");
            return 0;
        }
        if (!yes && !isConfirmed()) {
            screen.say("Nothing was deleted");
            return 1;
        }
        Orphans.end(workspace);
        postgres.delete();
        screen.say("Deleted the database in " + workspace.root().relativize(workspace.postgres()));
        return 0;
    }

    private boolean isConfirmed() throws IOException {
        screen.ask("Delete the database in " + workspace.postgres() + " with all it holds? Type yes: ");
        String answer = input.readLine();
        if (answer == null) {
            throw new LauncherException(
                    "Nobody answers on standard input. Say it with the command: ./orchestrator reset --yes");
        }
        return answer.strip().equalsIgnoreCase("yes");
    }
}
