package dev.orchestrator.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL server of a folder, started when it does not run yet.
 *
 * <p>The folder holds all there is: data, password, port and log. Whoever starts the server of the same folder gets the
 * same server, from any program, and the server stays when that program ends, until somebody stops it.
 */
public final class EmbeddedPostgres {
    private final Path folder;
    private final Path cache;
    private final boolean durable;

    private EmbeddedPostgres(Path folder, Path cache, boolean durable) {
        this.folder = folder;
        this.cache = cache;
        this.durable = durable;
    }

    /** The server whose data is kept in the folder, which is made when it is missing. */
    public static EmbeddedPostgres in(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return new EmbeddedPostgres(absolute, absolute.resolve("binaries"), true);
    }

    /** Whether what was committed survives a power cut, which is so unless it is given up for speed, as tests do. */
    public EmbeddedPostgres durable(boolean durable) {
        return new EmbeddedPostgres(folder, cache, durable);
    }

    /** Unpacks the server's programs there instead of into the folder, so that several servers share them. */
    public EmbeddedPostgres binariesIn(Path cache) {
        return new EmbeddedPostgres(folder, cache.toAbsolutePath().normalize(), durable);
    }

    /**
     * Returns when the server takes connections: in about a second when the data has to be made first.
     *
     * @throws EmbeddedPostgresException with the reason and what to do, when there is no way to run it
     */
    public RunningPostgres start() {
        try {
            Files.createDirectories(folder);
            return FolderLock.hold(
                    folder,
                    () -> new ServerStart(folder, ServerBinaries.in(cache), ServerAccount.choose()).run(durable));
        } catch (IOException failure) {
            throw Failures.of(folder, failure);
        }
    }

    /** The server if it runs, without starting it. */
    public Optional<RunningPostgres> running() {
        try {
            if (PostmasterFile.ofLivingServer(Cluster.data(folder)).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(RunningPostgres.of(
                    folder, new ServerControl(folder, ServerBinaries.in(cache), ServerAccount.choose())));
        } catch (IOException failure) {
            throw Failures.of(folder, failure);
        }
    }

    /** Whether there is anything that {@link #delete} would delete. */
    public boolean hasData() {
        return Files.exists(Cluster.data(folder));
    }

    /** Stops the server and deletes its data with its password, port and log; its unpacked programs stay. */
    public void delete() {
        running().ifPresent(RunningPostgres::stopImmediately);
        try {
            FolderLock.hold(folder, () -> {
                for (Path file : List.of(
                        Cluster.data(folder),
                        folder.resolve("password"),
                        folder.resolve("port"),
                        folder.resolve(ServerControl.LOG))) {
                    Folders.delete(file);
                }
                return null;
            });
        } catch (IOException failure) {
            throw Failures.of(folder, failure);
        }
    }
}
