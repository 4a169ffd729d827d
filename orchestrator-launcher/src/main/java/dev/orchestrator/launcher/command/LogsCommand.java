package dev.orchestrator.launcher.command;

import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the services' logs of this start, or of the last one. */
@Command(name = "logs", description = "Shows the logs of the services.")
final class LogsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "SERVICE",
            arity = "0..1",
            description = "Only this service's: migrations, api, worker-1 and so on.")
    private Optional<String> service = Optional.empty();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many lines of each log to begin with (default: ${DEFAULT-VALUE}).")
    private int count;

    private final Workspace workspace;
    private final Screen screen;

    LogsCommand(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
        this.screen = surroundings.screen();
    }

    @Override
    public Integer call() throws IOException {
        List<String> names = names();
        if (names.isEmpty()) {
            throw new LauncherException("There are no logs yet. Start with ./orchestrator up");
        }
        if (service.isPresent() && !names.contains(service.get())) {
            throw new LauncherException(
                    "There is no log of " + service.get() + "; there are those of " + String.join(", ", names) + ".");
        }
        List<String> chosen = service.map(List::of).orElse(names);
        if (follow) {
            follow(chosen);
        } else {
            show(chosen);
        }
        return 0;
    }

    private void show(List<String> names) throws IOException {
        for (String name : names) {
            List<String> lines = new String(Files.readAllBytes(workspace.log(name)), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            lines.subList(Math.max(0, lines.size() - Math.max(0, count)), lines.size())
                    .forEach(line -> screen.log(name, line));
        }
    }

    private void follow(List<String> names) throws IOException {
        try (LogStream stream = new LogStream(workspace, screen)) {
            names.forEach(stream::follow);
            show(names);
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(workspace.logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(workspace.logs())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
        }
    }
}
