package dev.orchestrator.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The data on disk: made once, kept for good, and read only by the major version of PostgreSQL that made it. */
final class Cluster {
    static final String USER = "orchestrator";

    private static final String SETTINGS_FILE = "orchestrator.conf";
    private static final String KEPT_FOR_GOOD = """
            fsync = on
            full_page_writes = on
            synchronous_commit = on
            """;
    private static final String THROWN_AWAY = """
            fsync = off
            full_page_writes = off
            synchronous_commit = off
            wal_level = minimal
            max_wal_senders = 0
            """;

    private final Path folder;
    private final ServerBinaries binaries;
    private final ServerAccount account;

    Cluster(Path folder, ServerBinaries binaries, ServerAccount account) {
        this.folder = folder;
        this.binaries = binaries;
        this.account = account;
    }

    static Path data(Path folder) {
        return folder.resolve("data");
    }

    static String password(Path folder) throws IOException {
        return Files.readString(folder.resolve("password")).strip();
    }

    /**
     * Idempotent, and safe to repeat after it was interrupted anywhere.
     *
     * @param durable whether to wait until all of it is on the disk
     */
    void make(boolean durable) throws IOException {
        if (Files.exists(data(folder).resolve("PG_VERSION"))) {
            refuseAnotherVersion();
            return;
        }
        Path unfinished = folder.resolve("data.unfinished");
        Folders.delete(unfinished);
        writePassword();
        initialize(unfinished, durable);
        Files.writeString(
                unfinished.resolve("postgresql.conf"),
                "\ninclude_if_exists = '" + SETTINGS_FILE + "'\n",
                StandardOpenOption.APPEND);
        Files.move(unfinished, data(folder));
    }

    private void refuseAnotherVersion() throws IOException {
        String found = Files.readString(data(folder).resolve("PG_VERSION")).strip();
        if (!found.equals(Integer.toString(binaries.major()))) {
            throw new EmbeddedPostgresException("The data in " + data(folder) + " was written by PostgreSQL " + found
                    + ", and only that version reads it; this build brings PostgreSQL " + binaries.version()
                    + ". Move the folder away to begin with an empty database, or dump the data with a PostgreSQL "
                    + found + " and load it into the new one.");
        }
    }

    private void writePassword() throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Path file = folder.resolve("password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    private void initialize(Path data, boolean durable) throws IOException {
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(data);
        account.own(folder.resolve("password"));
        ServerCommand.Outcome outcome = new ServerCommand(folder)
                .run(account.command(
                        binaries.program("initdb"),
                        "--pgdata=" + data,
                        "--username=" + USER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + folder.resolve("password"),
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--no-instructions",
                        durable ? "--sync-method=fsync" : "--no-sync"));
        if (!outcome.succeeded()) {
            throw Failures.of("PostgreSQL cannot make its data folder " + data(folder), outcome.output(), folder);
        }
    }

    void configure(int port, boolean durable) throws IOException {
        Path file = data(folder).resolve(SETTINGS_FILE);
        Files.writeString(file, """
                # Written anew at every start; put settings of your own into postgresql.conf, after the include.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                """.formatted(port) + (durable ? KEPT_FOR_GOOD : THROWN_AWAY));
        account.own(file);
    }
}
