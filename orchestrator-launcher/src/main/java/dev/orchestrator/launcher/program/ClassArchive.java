package dev.orchestrator.launcher.program;

import dev.orchestrator.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a program's JVM keeps its loaded classes for later starts.
 *
 * <p>To write them takes about as long as to start without them, and each build makes them worthless. So they are kept from the second
 * start of one build on; who edits, builds and starts again and again never pays for what is thrown away unused.
 */
record ClassArchive(Path file) {
    /** The archive for a start of this jar, unless it is the first one since the jar was built. */
    Optional<Path> of(Path jar) {
        try {
            String build = jar + " " + Files.getLastModifiedTime(jar).toMillis();
            if (Files.exists(note()) && Files.readString(note()).equals(build)) {
                return Optional.of(file);
            }
            // The JVM renews an archive that another JVM made, but only goes without one that another jar made.
            Files.deleteIfExists(file);
            Files.writeString(note(), build);
            return Optional.empty();
        } catch (IOException failure) {
            throw new LauncherException("Cannot renew " + file + ": " + failure.getMessage(), failure);
        }
    }

    private Path note() {
        return file.resolveSibling(file.getFileName() + ".build");
    }
}
