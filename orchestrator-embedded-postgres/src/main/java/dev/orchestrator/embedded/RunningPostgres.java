package dev.orchestrator.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A server that took connections when it was handed out; holding it keeps nothing alive, dropping it stops nothing. */
public final class RunningPostgres {
    private static final String DATABASE_EXISTS = "SELECT 1 FROM pg_database WHERE datname = ?";
    private static final String DUPLICATE_DATABASE = "42P04";
    private static final String UNIQUE_VIOLATION = "23505";

    private final Path folder;
    private final ServerControl control;
    private final int port;
    private final String password;

    private RunningPostgres(Path folder, ServerControl control, int port, String password) {
        this.folder = folder;
        this.control = control;
        this.port = port;
        this.password = password;
    }

    static RunningPostgres of(Path folder, ServerControl control) throws IOException {
        PostmasterFile server = PostmasterFile.ofLivingServer(Cluster.data(folder))
                .orElseThrow(() -> new EmbeddedPostgresException(
                        "PostgreSQL ended right after its start. See " + folder.resolve(ServerControl.LOG)));
        return new RunningPostgres(folder, control, server.port(), Cluster.password(folder));
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return password;
    }

    /** Where everything that the server complains about is found. */
    public Path log() {
        return folder.resolve(ServerControl.LOG);
    }

    public String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    public String reactiveUrl(String database) {
        return "postgresql://" + host() + ":" + port + "/" + database;
    }

    /** Makes the database unless it is there; of several callers at once one makes it, and all find it. */
    public void createDatabase(String name) {
        try (Connection connection = connect("postgres")) {
            if (!exists(connection, name)) {
                create(connection, name);
            }
        } catch (SQLException failure) {
            throw new EmbeddedPostgresException(
                    "The database " + name + " cannot be made: " + failure.getMessage(), failure);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DATABASE_EXISTS)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
        } catch (SQLException failure) {
            if (!DUPLICATE_DATABASE.equals(failure.getSQLState()) && !UNIQUE_VIOLATION.equals(failure.getSQLState())) {
                throw failure;
            }
        }
    }

    /** A connection of the server's owner. */
    public Connection connect(String database) throws SQLException {
        return Driver.connect(jdbcUrl(database), user(), password);
    }

    public boolean isRunning() {
        try {
            return PostmasterFile.ofLivingServer(Cluster.data(folder)).isPresent();
        } catch (IOException failure) {
            throw Failures.of(folder, failure);
        }
    }

    /** Ends all connections, writes everything down and returns when the server is gone. */
    public void stop() {
        stop("fast");
    }

    /** As if the power failed: for tests of recovery, and for data that is thrown away. */
    public void stopImmediately() {
        stop("immediate");
    }

    private void stop(String mode) {
        try {
            if (!isRunning()) {
                return;
            }
            ServerCommand.Outcome outcome = control.stop(mode);
            if (!outcome.succeeded() && isRunning()) {
                throw Failures.of("PostgreSQL does not stop", outcome.output(), folder);
            }
        } catch (IOException failure) {
            throw Failures.of(folder, failure);
        }
    }
}
