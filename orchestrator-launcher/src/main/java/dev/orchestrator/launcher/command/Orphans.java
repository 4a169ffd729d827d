package dev.orchestrator.launcher.command;

import dev.orchestrator.launcher.LauncherException;
import dev.orchestrator.launcher.Workspace;
import dev.orchestrator.launcher.program.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Services that outlived their launcher, which was killed. */
final class Orphans {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private Orphans() {}

    /** Ends them all, and tells which there were. */
    static List<String> end(Workspace workspace) {
        List<Path> files = records(workspace);
        List<Recorded> living = files.stream()
                .map(Recorded::read)
                .flatMap(Optional::stream)
                .filter(Recorded::isAlive)
                .toList();
        living.forEach(Recorded::ask);
        living.forEach(orphan -> orphan.end(GRACE));
        files.forEach(Recorded::erase);
        return living.stream().map(Recorded::name).sorted().toList();
    }

    private static List<Path> records(Workspace workspace) {
        if (!Files.isDirectory(workspace.run())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(workspace.run())) {
            return files.filter(file -> file.toString().endsWith(".pid")).toList();
        } catch (IOException failure) {
            throw new LauncherException("Cannot read " + workspace.run() + ": " + failure.getMessage(), failure);
        }
    }
}
