package dev.orchestrator.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes several files: each beside its place first, and only when all are there are they moved; a failure takes everything back. */
final class AllOrNothing {
    private final List<PlannedFile> files;
    private final Deque<Path> madeFolders = new ArrayDeque<>();
    private final Map<PlannedFile, Path> written = new LinkedHashMap<>();
    private final Deque<PlannedFile> moved = new ArrayDeque<>();

    AllOrNothing(List<PlannedFile> files) {
        this.files = files;
    }

    void write() {
        try {
            for (PlannedFile file : files) {
                makeFolder(file.path().getParent());
                written.put(file, writeBeside(file));
            }
            for (Map.Entry<PlannedFile, Path> file : written.entrySet()) {
                Files.move(file.getValue(), file.getKey().path(), StandardCopyOption.REPLACE_EXISTING);
                moved.push(file.getKey());
            }
        } catch (IOException failure) {
            takeBack(failure);
            throw new GeneratorException(
                    "Nothing was written: " + failure.getMessage() + " (" + reason(failure)
                            + "). Is the folder writable, and is there space on its disk?",
                    failure);
        }
    }

    private void makeFolder(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            if (folder.getParent() != null) {
                makeFolder(folder.getParent());
            }
            Files.createDirectory(folder);
            madeFolders.push(folder);
        }
    }

    private static Path writeBeside(PlannedFile file) throws IOException {
        Path beside = file.path().resolveSibling("." + file.path().getFileName() + ".new");
        Files.writeString(beside, file.after());
        if (file.executable()) {
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return beside;
    }

    private void takeBack(IOException failure) {
        for (PlannedFile file : files) {
            attempt(
                    failure,
                    () -> Files.deleteIfExists(
                            file.path().resolveSibling("." + file.path().getFileName() + ".new")));
        }
        for (PlannedFile file : moved) {
            attempt(failure, () -> {
                if (file.before().isPresent()) {
                    Files.writeString(file.path(), file.before().get());
                } else {
                    Files.delete(file.path());
                }
            });
        }
        madeFolders.forEach(folder -> attempt(failure, () -> Files.delete(folder)));
    }

    private interface FileAction {
        void run() throws IOException;
    }

    /** What can't be taken back is told with the failure that made it necessary. */
    private static void attempt(IOException failure, FileAction action) {
        try {
            action.run();
        } catch (IOException further) {
            failure.addSuppressed(further);
        }
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName().replaceFirst("Exception$", "");
    }
}
