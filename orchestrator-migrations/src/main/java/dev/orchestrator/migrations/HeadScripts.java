package dev.orchestrator.migrations;

import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import dev.orchestrator.head.Head;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the scripts of a head lie: on the class path, or in a folder that stands in for it.
 *
 * <p>{@code V3__name.sql} brings a version, {@code U3__name.sql} beside it takes it back.
 */
record HeadScripts(Head head, Optional<Path> folder) {
    private static final Pattern DEPENDENCY =
            Pattern.compile("(?m)^--\\s*Depends on schema version V?(\\S+?)\\.?\\s*$");

    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");

    /** As Flyway names it. */
    String location() {
        return folder.map(path -> "filesystem:" + path).orElse("classpath:" + head.folder());
    }

    /** The schema version that a script's comment names. */
    Optional<String> dependency(HeadVersion version) {
        return read(version.script())
                .map(DEPENDENCY::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    /** The script that takes a version back, if there is one. */
    Optional<UndoScript> undo(HeadVersion version) {
        String name = "U" + version.script().substring(1);
        return read(name).map(sql -> new UndoScript(name, sql));
    }

    /** Whether a version has statements that its undo script has none for, as those of db revision have until somebody writes them. */
    boolean isUndoForgotten(HeadVersion version, UndoScript undo) {
        return isEmpty(undo.sql())
                && read(version.script()).filter(sql -> !isEmpty(sql)).isPresent();
    }

    private static boolean isEmpty(String sql) {
        return COMMENT.matcher(sql).replaceAll("").isBlank();
    }

    /** A script that takes a version back, by the name of its file. */
    record UndoScript(String name, String sql) {}

    private Optional<String> read(String script) {
        try {
            if (folder.isPresent()) {
                Path file = folder.get().resolve(script);
                return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
            }
            return readFromClassPath(head.folder() + "/" + script);
        } catch (IOException failure) {
            throw new OrchestratorException(
                    ErrorCode.INVALID_INPUT, script + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static Optional<String> readFromClassPath(String path) throws IOException {
        try (InputStream input = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return input == null
                    ? Optional.empty()
                    : Optional.of(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
