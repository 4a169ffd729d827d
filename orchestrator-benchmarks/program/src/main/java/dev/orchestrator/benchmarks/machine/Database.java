package dev.orchestrator.benchmarks.machine;

import dev.orchestrator.embedded.EmbeddedPostgres;
import dev.orchestrator.embedded.RunningPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL of its own that writes through to the disk, as one in production does, and counts the statements that it runs. */
public final class Database implements AutoCloseable {
    private static final String NAME = "benchmark";

    private static final String PRELOAD = "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'";

    private static final String COUNTER = "CREATE EXTENSION pg_stat_statements";

    /** Statements of clients, those that begin and end transactions included; not the ones that functions and triggers run. */
    private static final String STATEMENTS = """
            SELECT coalesce(sum(calls), 0)
            FROM pg_stat_statements
            WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND toplevel AND query NOT LIKE '%pg_stat_statements%'
            """;

    private final Path folder;
    private final EmbeddedPostgres server;
    private RunningPostgres running;
    private Connection counter;

    private Database(Path folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    public static Database start(Checkout checkout) throws SQLException {
        Path folder = checkout.newFolder();
        Database database = new Database(folder, EmbeddedPostgres.in(folder).binariesIn(checkout.binaries()));
        Cleanup.onExit(database);
        database.run();
        return database;
    }

    private void run() throws SQLException {
        running = server.start();
        running.createDatabase(NAME);
        execute(PRELOAD);
        running.stop();
        running = server.start();
        execute(COUNTER);
    }

    /** Where all lies that is deleted in the end. */
    public Path folder() {
        return folder;
    }

    public Connection connect() throws SQLException {
        return running.connect(NAME);
    }

    public String reactiveUrl() {
        return running.reactiveUrl(NAME);
    }

    public String user() {
        return running.user();
    }

    public String password() {
        return running.password();
    }

    /** What services read it from. */
    public Map<String, String> environment() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", running.jdbcUrl(NAME),
                "QUARKUS_DATASOURCE_REACTIVE_URL", running.reactiveUrl(NAME),
                "QUARKUS_DATASOURCE_USERNAME", running.user(),
                "QUARKUS_DATASOURCE_PASSWORD", running.password());
    }

    /** How many statements were run since the start; the difference of two is what happened in between. */
    public long statements() throws SQLException {
        // A connection that is opened runs statements of its own, which would count.
        if (counter == null) {
            counter = connect();
        }
        try (PreparedStatement statement = counter.prepareStatement(STATEMENTS);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The version of the server, as 18.6. */
    public String version() throws SQLException {
        try (Connection connection = connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends the server as a crash does; all connections break, and nothing but its write-ahead log is on the disk. */
    public void crash() {
        running.stopImmediately();
        counter = null;
    }

    /** Starts it again, at the same place. */
    public void restart() {
        running = server.start();
    }

    /** Ends the server and deletes all that it wrote. */
    @Override
    public void close() {
        Cleanup.once(this, () -> {
            server.running().ifPresent(RunningPostgres::stopImmediately);
            Checkout.delete(folder);
        });
    }
}
