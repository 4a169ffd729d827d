package dev.orchestrator.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once per version into a folder that any number of servers may share. */
record ServerBinaries(Path home, String version) {
    private static final String VERSION = version(ServerBinaries.class);

    static ServerBinaries in(Path cache) throws IOException {
        Files.createDirectories(cache);
        Path home = cache.resolve("postgres-" + VERSION);
        ServerBinaries binaries = new ServerBinaries(home, VERSION);
        if (Files.isDirectory(home)) {
            return binaries;
        }
        return FolderLock.hold(cache, () -> {
            if (!Files.isDirectory(home)) {
                unpack(home);
            }
            return binaries;
        });
    }

    int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** Unpacked beside and renamed at the end, so that a folder of the right name is always whole. */
    private static void unpack(Path home) throws IOException {
        Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        try (InputStream archive = new BufferedInputStream(archive(), 1 << 16)) {
            new TarArchive(new BufferedInputStream(new XZInputStream(archive), 1 << 16)).unpackTo(unfinished);
        }
        Files.move(unfinished, home);
    }

    private static InputStream archive() {
        String machine = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String name = "/postgres-" + system + "-" + machine + ".txz";
        InputStream archive = ServerBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new EmbeddedPostgresException(
                    "No PostgreSQL comes along for " + system + " on " + machine + " (" + name
                            + " is not on the class path). Add that artifact of io.zonky.test.postgres, or name a database of yours by its URL.");
        }
        return archive;
    }

    private static String version(Class<?> place) {
        Properties properties = new Properties();
        try (InputStream input = place.getResourceAsStream("binaries.properties")) {
            properties.load(input);
        } catch (IOException unreadable) {
            throw new EmbeddedPostgresException("The class path is damaged: binaries.properties", unreadable);
        }
        return properties.getProperty("version");
    }
}
