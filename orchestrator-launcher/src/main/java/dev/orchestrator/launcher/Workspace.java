package dev.orchestrator.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders of one checkout, or of one own project; everything that the launcher writes lies below {@code .orchestrator}.
 *
 * @param projectPath the orchestrator to run when no other is named, below the root
 */
public record Workspace(Path root, String projectPath) {
    public static final String DATABASE = "orchestrator-core";

    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    /** Whether this is where we ourselves are built, as opposed to an operator's own project. */
    public boolean isCheckout() {
        return !Path.of(projectPath).normalize().toString().isEmpty();
    }

    public Path project() {
        return root.resolve(projectPath).normalize();
    }

    public Path folder() {
        return root.resolve(".orchestrator");
    }

    public Path postgres() {
        return folder().resolve("postgres");
    }

    public Path logs() {
        return folder().resolve("logs");
    }

    public Path log(String program) {
        return logs().resolve(program + ".log");
    }

    public Path run() {
        return folder().resolve("run");
    }

    /** Where a program's JVM keeps its loaded classes for the next start; one each, because two that write one spoil it. */
    public Path classArchive(String program) {
        return folder().resolve("classes").resolve(program + ".jsa");
    }

    /** Makes the folders that every start writes to. */
    public void prepare() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(run());
            Files.createDirectories(folder().resolve("classes"));
            Files.delete(Files.createTempFile(run(), "writable", null));
        } catch (IOException failure) {
            throw new LauncherException(
                    "The folder " + folder() + " cannot be written (" + failure.getMessage()
                            + "). Make it writable, or free some space on its disk.",
                    failure);
        }
    }
}
