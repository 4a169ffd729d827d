package dev.orchestrator.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Files of a folder that are to be made or extended; nothing is touched before {@link #write}. */
public final class PlannedFiles {
    private final Path folder;
    private final Map<Path, PlannedFile> files = new TreeMap<>();

    public PlannedFiles(Path folder) {
        this.folder = folder;
    }

    /** A file of ours; one that is there already is only replaced when told. */
    public void make(String path, String text) {
        plan(path, text, true, false);
    }

    /** As {@link #make}, a file that can be run. */
    public void makeProgram(String path, String text) {
        plan(path, text, true, true);
    }

    /** Extends a file of the user's, which loses nothing by it. */
    public void extend(String path, UnaryOperator<String> extension) {
        String now = text(path).orElseThrow(() -> new GeneratorException("There is no file " + folder.resolve(path)));
        plan(path, extension.apply(now), false, false);
    }

    private void plan(String path, String after, boolean replaces, boolean executable) {
        Path file = folder.resolve(path);
        files.put(file, new PlannedFile(file, onDisk(file), after, replaces, executable));
    }

    /** What the file is to hold, or holds when nothing is planned for it. */
    public Optional<String> text(String path) {
        Path file = folder.resolve(path);
        return files.containsKey(file) ? Optional.of(files.get(file).after()) : onDisk(file);
    }

    private static Optional<String> onDisk(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException failure) {
            throw new GeneratorException("Cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    private List<PlannedFile> changes() {
        return files.values().stream().filter(PlannedFile::isChange).toList();
    }

    /** What would change, as a patch; empty when nothing would. */
    public String diff() {
        return changes().stream().map(file -> Diff.of(folder, file)).collect(Collectors.joining());
    }

    /** Refuses, with all of them, to replace files that are there and differ. */
    public void refuseToReplace() {
        List<String> lost = changes().stream()
                .filter(file -> file.replaces() && file.before().isPresent())
                .map(file -> "\n  " + folder.relativize(file.path()))
                .toList();
        if (!lost.isEmpty()) {
            throw new GeneratorException("These files are there already and differ; nothing was written:"
                    + String.join("", lost)
                    + "\nLook at what would change with --dry-run, and replace them with --force.");
        }
    }

    /** Writes all or none; the changed files, relative to the folder. */
    public List<Path> write() {
        List<PlannedFile> changes = changes();
        new AllOrNothing(changes).write();
        return changes.stream().map(file -> folder.relativize(file.path())).toList();
    }
}
