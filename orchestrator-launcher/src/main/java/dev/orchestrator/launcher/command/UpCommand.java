package dev.orchestrator.launcher.command;

import dev.orchestrator.embedded.RunningPostgres;
import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.database.DatabaseAccess;
import dev.orchestrator.launcher.database.DatabaseCheck;
import dev.orchestrator.launcher.program.LocalPort;
import dev.orchestrator.launcher.program.Program;
import dev.orchestrator.launcher.program.Project;
import dev.orchestrator.launcher.program.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts everything, shows its logs, and ends it again on Ctrl-C. */
@Command(
        name = "up",
        description =
                "Starts PostgreSQL, upgrades the database, starts the API and the workers, and shows their logs until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where the API listens on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many workers run processes (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = {
                "A PostgreSQL 15 to 18 of yours instead of the one that comes along,",
                "as postgresql://user:password@host:port/database. Also read from " + DevelopmentDatabase.URL_VARIABLE
                        + "."
            })
    private Optional<String> databaseUrl = Optional.empty();

    @Option(
            names = {"--project", "--example"},
            paramLabel = "PATH",
            description = "Another orchestrator to run than this project's or the beginner example.")
    private Optional<Path> project = Optional.empty();

    private final Workspace workspace;
    private final Screen screen;
    private final Map<String, String> environment;

    UpCommand(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
        this.screen = surroundings.screen();
        this.environment = surroundings.environment();
    }

    @Override
    public Integer call() {
        checkOptions();
        long begin = System.nanoTime();
        Project services = Project.in(
                project.map(path -> workspace.root().resolve(path).normalize()).orElseGet(workspace::project),
                Services.ALL);
        workspace.prepare();
        try (UpLock lock = UpLock.acquire(workspace)) {
            lock.noteHolder();
            Orphans.end(workspace)
                    .forEach(name -> screen.say("Ended the " + name + " that a killed launcher had left"));
            if (!LocalPort.isFree(port)) {
                throw new LauncherException(
                        "Port " + port + " is taken by another program. End that one, or choose another port: --port "
                                + LocalPort.free());
            }
            keepLogsOfTheLastTime();
            run(services, begin);
        }
        return 0;
    }

    private void checkOptions() {
        if (port < 1 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port is a number from 1 to 65535, not " + port);
        }
        if (workers < 0 || workers > 64) {
            throw new ParameterException(spec.commandLine(), "--workers is a number from 0 to 64, not " + workers);
        }
    }

    private void run(Project services, long begin) {
        try (Stack stack = new Stack(workspace, screen)) {
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stack::close));
            DatabaseAccess database = database(stack);
            start(stack, new Services(services, database), begin);
            stack.supervise();
        } catch (Stack.Stopping asked) {
            return;
        }
    }

    private DatabaseAccess database(Stack stack) {
        Optional<String> url =
                databaseUrl.or(() -> Optional.ofNullable(environment.get(DevelopmentDatabase.URL_VARIABLE)));
        if (url.isPresent()) {
            DatabaseAccess database = DatabaseAccess.parse(url.get());
            DatabaseCheck.check(database);
            screen.say("Using the database " + database);
            return database;
        }
        RunningPostgres server = stack.startDatabase();
        screen.say("PostgreSQL runs on port " + server.port() + ", its data is in "
                + workspace.root().relativize(workspace.postgres()));
        return DatabaseAccess.of(server, Workspace.DATABASE);
    }

    private void start(Stack stack, Services services, long begin) {
        screen.say("Upgrading the database");
        stack.runToItsEnd(services.migrations());
        List<Program> programs = new ArrayList<>();
        programs.add(services.api(port));
        programs.addAll(services.workers(workers));
        new RunningStack(services.project().folder(), connectionLine(services.database()), ports(programs))
                .write(workspace);
        screen.say("Starting the API and " + workers + (workers == 1 ? " worker" : " workers"));
        List<RunningProgram> started = programs.stream().map(stack::start).toList();
        started.forEach(stack::awaitReady);
        screen.say(welcome(services.database(), (System.nanoTime() - begin) / 1e9));
    }

    private static Map<String, Integer> ports(List<Program> programs) {
        Map<String, Integer> ports = new TreeMap<>();
        programs.forEach(
                program -> ports.put(program.name(), program.healthPort().orElseThrow()));
        return ports;
    }

    /** The password is shown only of the database that comes along, which nobody but this machine's user reaches. */
    private String connectionLine(DatabaseAccess database) {
        boolean ours = databaseUrl.isEmpty() && !environment.containsKey(DevelopmentDatabase.URL_VARIABLE);
        String address = database.toString();
        return "psql " + (ours ? address.replace("@", ":" + database.password() + "@") : address);
    }

    private String welcome(DatabaseAccess database, double seconds) {
        String api = "http://127.0.0.1:" + port;
        return String.format(
                Locale.ROOT,
                """

                The orchestrator is ready (%.1f s).

                  API         %s/api
                  Swagger UI  %s/q/swagger-ui
                  GraphiQL    %s/q/graphql-ui
                  Database    %s
                  Logs        %s

                Try:  curl -s %s/api/products/
                Ctrl-C ends everything.
                """,
                seconds,
                api,
                api,
                api,
                connectionLine(database),
                workspace.root().relativize(workspace.logs()),
                api);
    }

    /** One generation of old logs is kept; each start begins new ones. */
    private void keepLogsOfTheLastTime() {
        try (var logs = Files.newDirectoryStream(workspace.logs(), "*.log")) {
            for (Path log : logs) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".1"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new LauncherException(
                    "Cannot begin new logs in " + workspace.logs() + ": " + failure.getMessage(), failure);
        }
    }
}
