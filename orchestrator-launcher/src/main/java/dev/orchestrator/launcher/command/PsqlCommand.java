package dev.orchestrator.launcher.command;

import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.database.DatabaseAccess;
import dev.orchestrator.launcher.program.Foreground;
import dev.orchestrator.launcher.program.OnPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens psql on the development database; where there is no psql, says what to connect to. */
@Command(
        name = "psql",
        description =
                "Opens psql on the database; everything behind the word is handed on, -c 'TABLE products' for instance.")
final class PsqlCommand implements Callable<Integer>, HandsOnArguments {
    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "For psql.")
    private List<String> arguments = List.of();

    private final Workspace workspace;
    private final Screen screen;
    private final Map<String, String> environment;

    PsqlCommand(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
        this.screen = surroundings.screen();
        this.environment = surroundings.environment();
    }

    @Override
    public Integer call() {
        Optional<Path> psql = OnPath.find("psql", environment);
        if (psql.isEmpty()) {
            screen.say("psql is not installed. Any client of PostgreSQL will do; while the orchestrator is up,"
                    + " ./orchestrator database prints what to connect to.");
            return 1;
        }
        workspace.prepare();
        try (DevelopmentDatabase database = DevelopmentDatabase.of(workspace, environment)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(database::close));
            return Foreground.run(
                    command(psql.get(), database.access()),
                    Map.of("PGPASSWORD", database.access().password()));
        }
    }

    private List<String> command(Path psql, DatabaseAccess database) {
        List<String> command = new ArrayList<>(List.of(psql.toString(), database.toString()));
        command.addAll(arguments);
        return command;
    }
}
