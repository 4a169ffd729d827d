package dev.orchestrator.launcher.command;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.embedded.RunningPostgres;
import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.testkit.ChildProcess;
import dev.orchestrator.testkit.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** A checkout with built services, in a temporary folder; commands run in it as they do from the start script. */
final class Checkout implements AutoCloseable {
    private final Workspace workspace;

    Checkout(Path root) throws IOException {
        this(new Workspace(root, "examples/beginner"));
    }

    private Checkout(Workspace workspace) throws IOException {
        this.workspace = workspace;
        Files.createDirectories(workspace.postgres());
        Files.createSymbolicLink(
                workspace.postgres().resolve("binaries"), Files.createDirectories(TestServer.programs()));
    }

    /** Not a checkout of ours: a project of an operator's, which has a launcher too. */
    static Checkout ofOwnProject(Path root) throws IOException {
        return new Checkout(new Workspace(root, "."));
    }

    Checkout withServices() throws IOException {
        for (String service : List.of("migrations", "api", "worker")) {
            jar(workspace.project().resolve(service + "/target/quarkus-app/quarkus-run.jar"), StandInService.class);
        }
        return this;
    }

    /** A jar without content of its own: its manifest names a main class of this test's class path. */
    static void jar(Path file, Class<?> main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        Files.createDirectories(file.getParent());
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(":", -1))
                .map(entry -> Path.of(entry).toUri())
                .map(URI::toString)
                .collect(Collectors.joining(" "));
    }

    Workspace workspace() {
        return workspace;
    }

    /** The launcher in a JVM of its own, as the start script makes it, which a test may send signals to. */
    ChildProcess launch(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.javaProgram(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorchestrator.root=" + workspace.root(),
                "-Dorchestrator.project=" + workspace.projectPath(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        return ChildProcess.start(command, environment);
    }

    /** What a command answered. */
    record Answer(int exitCode, String text) {}

    Answer ask(String... arguments) {
        return answer("", arguments);
    }

    /** Runs a command inside this JVM, with something to read from standard input. */
    Answer answer(String input, String... arguments) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text, true);
        Surroundings surroundings = new Surroundings(
                workspace, new Screen(writer, false), new BufferedReader(new StringReader(input)), Map.of());
        CommandLine commandLine =
                Launcher.commandLine(surroundings).setOut(writer).setErr(writer);
        return new Answer(commandLine.execute(arguments), text.toString());
    }

    @Override
    public void close() throws IOException {
        Orphans.end(workspace);
        EmbeddedPostgres.in(workspace.postgres()).running().ifPresent(RunningPostgres::stopImmediately);
        Files.delete(workspace.postgres().resolve("binaries"));
    }
}
