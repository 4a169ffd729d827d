package dev.orchestrator.migrations;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The operator's folder of data versions, where new ones are written.
 *
 * @param schemaVersion that new versions depend on: the newest of this code
 */
public record VersionFolder(Path folder, String schemaVersion) {
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final int LONGEST_NAME = 60;
    private static final String DATA_HEAD = "Create data head";

    /** The two files of a new version. */
    public record Written(Path upgrade, Path undo) {}

    /** Makes the folder with the version that the others follow; refuses when there are versions already. */
    public Written init() {
        OptionalLong newest = newest();
        if (newest.isPresent()) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    "There are data versions in " + folder + " already, the newest is V" + newest.getAsLong()
                            + "; nothing was changed. Add one with: db revision");
        }
        return create(1, DATA_HEAD, List.of(), List.of());
    }

    /** The data head that was missing, if it was. */
    public Optional<Written> initIfMissing() {
        return newest().isPresent() ? Optional.empty() : Optional.of(init());
    }

    /** Refuses a folder that can't be written to, before a person has answered questions for nothing. */
    public void requireWritable() {
        Path nearest = folder.toAbsolutePath();
        while (!Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest)) {
            throw unwritable(new NotDirectoryException(nearest.toString()));
        }
        if (!Files.isWritable(nearest)) {
            throw unwritable(new AccessDeniedException(nearest.toString()));
        }
    }

    /**
     * Writes the next version; both files or none.
     *
     * @param upgrade its statements
     * @param undo the statements that take it back
     */
    public Written write(String message, List<String> upgrade, List<String> undo) {
        return create(newest().orElse(0) + 1, message, upgrade, undo);
    }

    private OptionalLong newest() {
        if (!Files.isDirectory(folder)) {
            return OptionalLong.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> VERSION.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .max();
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private Written create(long number, String message, List<String> upgrade, List<String> undo) {
        String name = number + "__" + name(message) + ".sql";
        Written files = new Written(folder.resolve("V" + name), folder.resolve("U" + name));
        List<Path> made = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            made.add(Files.createFile(files.undo()));
            made.add(Files.createFile(files.upgrade()));
            Files.writeString(files.undo(), undoText(files, undo));
            Files.writeString(files.upgrade(), upgradeText(message, upgrade));
            return files;
        } catch (IOException failure) {
            made.forEach(VersionFolder::forget);
            throw unwritable(failure);
        }
    }

    private String upgradeText(String message, List<String> statements) {
        return "-- " + message.replaceAll("\\s+", " ").strip() + "\n-- Depends on schema version " + schemaVersion
                + "\n" + body(statements);
    }

    private static String undoText(Written files, List<String> statements) {
        return "-- Takes back " + files.upgrade().getFileName() + "\n" + body(statements);
    }

    private static String body(List<String> statements) {
        return statements.isEmpty() ? "" : "\n" + String.join("\n", statements) + "\n";
    }

    private static String name(String message) {
        String words =
                message.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (words.isEmpty()) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    "The message names the file of the version, so it needs a letter or digit; found '" + message
                            + "'. For example: \"Add User and UserGroup products\"");
        }
        return words.length() <= LONGEST_NAME
                ? words
                : words.substring(0, LONGEST_NAME).replaceAll("_+$", "");
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT,
                    file + " could not be written whole and could not be removed; remove it: " + left.getMessage(),
                    left);
        }
    }

    private OrchestratorException unwritable(IOException failure) {
        return new OrchestratorException(
                ErrorCode.INVALID_INPUT,
                "The folder of data versions " + folder.toAbsolutePath() + " cannot be used ("
                        + failure.getClass().getSimpleName() + ": " + failure.getMessage()
                        + "). Make it writable, or name another one: " + MigrationSettings.DATA_FOLDER,
                failure);
    }
}
