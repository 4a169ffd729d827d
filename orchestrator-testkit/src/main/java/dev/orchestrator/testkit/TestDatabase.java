package dev.orchestrator.testkit;

import dev.orchestrator.embedded.RunningPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A database of a test's own on a real PostgreSQL server, made from SQL scripts and thrown away on close.
 *
 * <p>The scripts run once per set of scripts and JVM; each database is a copy of their outcome, made in a fraction of a second.
 */
public final class TestDatabase implements AutoCloseable {
    /** Quicker than by the write-ahead log on a server that does not wait for the disk. */
    private static final String COPY = " STRATEGY FILE_COPY";

    private static final Object TEMPLATES = new Object();

    private final RunningPostgres server;
    private final String name;

    private TestDatabase(RunningPostgres server, String name) {
        this.server = server;
        this.name = name;
    }

    /** An empty one. */
    public static TestDatabase create() {
        return create(List.of());
    }

    /** With everything that the scripts, found on the class path and run in this order, put into it. */
    public static TestDatabase create(List<String> classpathSqlScripts) {
        RunningPostgres server = TestServer.get();
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        String template = classpathSqlScripts.isEmpty() ? "template0" : template(server, contents(classpathSqlScripts));
        execute(server, "postgres", List.of("CREATE DATABASE " + name + " TEMPLATE " + template + COPY));
        return new TestDatabase(server, name);
    }

    private static List<String> contents(List<String> scripts) {
        return scripts.stream().map(TestDatabase::content).toList();
    }

    private static String content(String script) {
        String path = script.startsWith("/") ? script.substring(1) : script;
        try (InputStream input = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (input == null) {
                throw new IllegalArgumentException("No such SQL script on the class path: " + script);
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("The SQL script cannot be read: " + script, failure);
        }
    }

    /** Renamed when it is finished, so that a database of this name is always whole. */
    private static String template(RunningPostgres server, List<String> scripts) {
        String template = "template_"
                + UUID.nameUUIDFromBytes(String.join("\0", scripts).getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
        synchronized (TEMPLATES) {
            if (!exists(server, template)) {
                String unfinished = template + "_unfinished";
                execute(
                        server,
                        "postgres",
                        List.of(
                                "DROP DATABASE IF EXISTS " + unfinished,
                                "CREATE DATABASE " + unfinished + " TEMPLATE template0"));
                execute(server, unfinished, scripts);
                execute(server, "postgres", List.of("ALTER DATABASE " + unfinished + " RENAME TO " + template));
            }
        }
        return template;
    }

    private static boolean exists(RunningPostgres server, String database) {
        try (Connection connection = server.connect("postgres");
                var statement = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            statement.setString(1, database);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The test server cannot be asked", failure);
        }
    }

    private static void execute(RunningPostgres server, String database, List<String> scripts) {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(script);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("SQL failed on the test server: " + failure.getMessage(), failure);
        }
    }

    public String name() {
        return name;
    }

    public String host() {
        return server.host();
    }

    public int port() {
        return server.port();
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }

    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    public String reactiveUrl() {
        return server.reactiveUrl(name);
    }

    /** What a Quarkus service needs to be told to use it, by JDBC and reactively. */
    public Map<String, String> quarkusSettings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl(),
                "quarkus.datasource.reactive.url", reactiveUrl(),
                "quarkus.datasource.username", user(),
                "quarkus.datasource.password", password());
    }

    public Connection connect() throws SQLException {
        return server.connect(name);
    }

    /** Runs SQL for a test's set-up, several statements if need be. */
    public void execute(String sql) {
        execute(server, name, List.of(sql));
    }

    /** The rows of a query, each a list of its columns as text, null where the database has null. */
    public List<List<String>> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<List<String>> result = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                result.add(row);
            }
            return result;
        } catch (SQLException failure) {
            throw new IllegalStateException("SQL failed on the test server: " + failure.getMessage(), failure);
        }
    }

    /** Ends whatever connections are left, and drops it. */
    @Override
    public void close() {
        execute(server, "postgres", List.of("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    }
}
