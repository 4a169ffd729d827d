package dev.orchestrator.generator.source;

import dev.orchestrator.generator.GeneratorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The operator's data versions: {@code V3__name.sql} brings one, {@code U3__name.sql} takes it back. */
record DataVersions(Path folder) {
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");

    /** The one that brings the functions which are called. */
    private static final int SCHEMA_VERSION = 10;

    private static final String DATA_HEAD = "Create data head";

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            VERSION.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** Of all versions together. */
    String sql() {
        StringBuilder sql = new StringBuilder();
        try {
            for (Path file : files()) {
                sql.append(Files.readString(file));
            }
            return sql.toString();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** The texts of the next version's files by their names; with those of the data head, if that is missing. */
    Map<String, String> next(String message, String upgrade, String undo) {
        long newest = files().stream()
                .map(file -> VERSION.matcher(file.getFileName().toString()))
                .filter(Matcher::matches)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
        Map<String, String> texts = new LinkedHashMap<>();
        if (newest == 0) {
            newest = 1;
            put(texts, newest, DATA_HEAD, "", "");
        }
        put(texts, newest + 1, message, "\n" + upgrade, "\n" + undo);
        return texts;
    }

    private static void put(Map<String, String> texts, long number, String message, String upgrade, String undo) {
        String name = number + "__" + message.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_") + ".sql";
        texts.put("V" + name, "-- " + message + "\n-- Depends on schema version " + SCHEMA_VERSION + "\n" + upgrade);
        texts.put("U" + name, "-- Takes back V" + name + "\n" + undo);
    }

    private GeneratorException unreadable(IOException failure) {
        return new GeneratorException(
                "Cannot read the data versions in " + folder + ": " + failure.getMessage(), failure);
    }
}
