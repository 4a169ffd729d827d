package dev.orchestrator.testkit;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.embedded.RunningPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one PostgreSQL server of this JVM, started by the first test that wants it and gone when the JVM is.
 *
 * <p>Its folder is noted in a system property, because a Quarkus test runs in several class loaders, each with statics of its own.
 */
public final class TestServer {
    private static final String FOLDER_PROPERTY = "dev.orchestrator.testkit.server";

    private TestServer() {}

    static synchronized RunningPostgres get() {
        String folder = System.getProperty(FOLDER_PROPERTY);
        if (folder == null) {
            folder = newFolder().toString();
            System.setProperty(FOLDER_PROPERTY, folder);
        }
        return EmbeddedPostgres.in(Path.of(folder))
                .binariesIn(programs())
                .durable(false)
                .start();
    }

    private static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("orchestrator-test");
            Leash.tie(folder);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("The test server's folder cannot be made", failure);
        }
    }

    /**
     * Where the programs of test servers are unpacked, once for all tests on this machine.
     *
     * <p>Root's own folders are closed to the account that the server runs under where user namespaces are forbidden.
     */
    public static Path programs() {
        Path ofTheMachine = Path.of("/var/cache");
        if ("root".equals(System.getProperty("user.name")) && Files.isWritable(ofTheMachine)) {
            return ofTheMachine.resolve("orchestrator");
        }
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return caches.resolve("orchestrator");
    }
}
