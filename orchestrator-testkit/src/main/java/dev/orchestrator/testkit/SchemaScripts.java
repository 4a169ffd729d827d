package dev.orchestrator.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The scripts of the schema head as they lie on the class path, in the order of their versions. */
public final class SchemaScripts {
    private static final String FOLDER = "orchestrator/schema/";
    /** A file that is always there: class loaders answer for files, not all of them for folders. */
    private static final String FIRST = FOLDER + "V1__products_and_subscriptions.sql";

    private SchemaScripts() {}

    public static List<String> all() {
        URL first = Thread.currentThread().getContextClassLoader().getResource(FIRST);
        if (first == null) {
            throw new IllegalStateException(FIRST + " is not on the class path; depend on orchestrator-core");
        }
        try {
            return list(first.toURI());
        } catch (URISyntaxException | IOException failure) {
            throw new IllegalStateException("The folder of " + first + " can't be read", failure);
        }
    }

    /** The schema, then more scripts, such as a test's fixtures. */
    public static List<String> allAnd(String... more) {
        List<String> scripts = new ArrayList<>(all());
        scripts.addAll(List.of(more));
        return scripts;
    }

    private static List<String> list(URI first) throws IOException {
        if (!first.getScheme().equals("jar")) {
            return list(Path.of(first).getParent());
        }
        try (FileSystem jar = FileSystems.newFileSystem(first, Map.of())) {
            return list(jar.getPath(FOLDER));
        }
    }

    private static List<String> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("V\\d+__.+\\.sql"))
                    .sorted(Comparator.comparingInt(SchemaScripts::version))
                    .map(name -> FOLDER + name)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int version(String name) {
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
