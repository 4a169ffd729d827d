package dev.orchestrator.launcher.command;

import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Workspace;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a launcher has started, as it notes it for the other commands.
 *
 * @param project the folder of the project that runs
 * @param database how a person connects to it, password included only when the launcher made it up
 * @param ports where each service tells its health
 */
record RunningStack(Path project, String database, Map<String, Integer> ports) {
    private static final String DATABASE = "database";
    private static final String PROJECT = "project";
    private static final String PORT = "port.";

    private static Path file(Workspace workspace) {
        return workspace.run().resolve("up.properties");
    }

    void write(Workspace workspace) {
        Properties properties = new Properties();
        properties.setProperty(PROJECT, project.toString());
        properties.setProperty(DATABASE, database);
        ports.forEach((service, port) -> properties.setProperty(PORT + service, Integer.toString(port)));
        try (Writer writer = Files.newBufferedWriter(file(workspace))) {
            properties.store(writer, null);
        } catch (IOException failure) {
            throw new LauncherException("Cannot write to " + workspace.run() + ": " + failure.getMessage(), failure);
        }
    }

    static Optional<RunningStack> read(Workspace workspace) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(workspace))) {
            properties.load(reader);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new LauncherException("Cannot read " + workspace.run() + ": " + failure.getMessage(), failure);
        }
        Map<String, Integer> ports = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PORT))
                .collect(Collectors.toMap(
                        name -> name.substring(PORT.length()),
                        name -> Integer.valueOf(properties.getProperty(name)),
                        (first, second) -> first,
                        TreeMap::new));
        return Optional.of(new RunningStack(
                Path.of(properties.getProperty(PROJECT, workspace.project().toString())),
                properties.getProperty(DATABASE, ""),
                ports));
    }
}
