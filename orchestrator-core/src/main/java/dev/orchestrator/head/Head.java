package dev.orchestrator.head;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A line of database versions: the folder on the class path with its scripts, and the table that remembers which of them ran. */
public enum Head {
    /** The tables of the orchestrator; its scripts come with the core library. */
    SCHEMA("orchestrator/schema", "schema_versions"),
    /** The operator's products and workflows; a data script may say which version of the schema it counts on. */
    DATA("orchestrator/data", "data_versions");

    private static final Pattern SCRIPT = Pattern.compile("V(\\d+)__.+\\.sql");

    private final String folder;
    private final String historyTable;

    Head(String folder, String historyTable) {
        this.folder = folder;
        this.historyTable = historyTable;
    }

    public String folder() {
        return folder;
    }

    public String historyTable() {
        return historyTable;
    }

    /** The versions whose scripts are on the class path, oldest first. */
    public List<String> versionsInCode() {
        Set<String> versions = new TreeSet<>(Comparator.comparing(BigInteger::new));
        try {
            ClassPathUtils.consumeAsPaths(
                    Thread.currentThread().getContextClassLoader(), folder, path -> collect(path, versions));
        } catch (IOException failure) {
            throw new UncheckedIOException("The class path's folder " + folder + " can't be read", failure);
        }
        return List.copyOf(versions);
    }

    private static void collect(Path scripts, Set<String> versions) {
        try (Stream<Path> files = Files.list(scripts)) {
            files.map(file -> SCRIPT.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .forEach(found -> versions.add(found.group(1)));
        } catch (IOException failure) {
            throw new UncheckedIOException("The scripts in " + scripts + " can't be listed", failure);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
