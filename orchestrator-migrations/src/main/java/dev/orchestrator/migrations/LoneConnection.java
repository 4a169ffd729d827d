package dev.orchestrator.migrations;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * The one connection that an upgrade uses for everything, so that the lock it holds and the work it does end together.
 *
 * <p>The lock belongs to the session: a connection pooler in transaction mode must not stand in between.
 */
final class LoneConnection implements AutoCloseable {
    /** Any number that nobody else locks; all upgrades of a database must agree on it for ever. */
    private static final long UPGRADE_LOCK = 0x6f72636865737472L;

    /**
     * Else a server goes on with the statement of a program that was killed, be it for hours, and keeps its lock as long. One on Windows
     * can't look for that.
     */
    private static final String NOTICE_OUR_END = """
            DO $$ BEGIN
                SET client_connection_check_interval = '2s';
            EXCEPTION WHEN invalid_parameter_value THEN
                RAISE DEBUG 'the end of the client is noticed at the end of a statement';
            END $$
            """;

    private final Connection connection;

    private LoneConnection(Connection connection) {
        this.connection = connection;
    }

    static LoneConnection open(MigrationSettings settings) {
        Properties properties = new Properties();
        settings.user().ifPresent(user -> properties.setProperty("user", user));
        settings.password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("ApplicationName", "orchestrator-migrations");
        properties.setProperty("connectTimeout", "10");
        try {
            Connection connection = DriverManager.getConnection(settings.jdbcUrl(), properties);
            try (Statement statement = connection.createStatement()) {
                statement.execute(NOTICE_OUR_END);
            }
            return new LoneConnection(connection);
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure).describeConnecting(settings);
        }
    }

    /** Whether nobody else works on this database; then all others are kept from it until this connection ends. */
    boolean tryLock() {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, UPGRADE_LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure).describe();
        }
    }

    /** What is done in a transaction. */
    interface Work<T> {
        T on(Connection session) throws SQLException;
    }

    <T> T inTransaction(Work<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } finally {
                // Ends what was not committed; after a commit there is nothing left.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure).describe();
        }
    }

    /** Which of these tables there are. */
    List<String> tables(List<String> names) {
        return inTransaction(session -> {
            List<String> found = new ArrayList<>();
            try (PreparedStatement statement = session.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
                for (String name : names) {
                    statement.setString(1, name);
                    try (ResultSet answer = statement.executeQuery()) {
                        if (answer.next() && answer.getBoolean(1)) {
                            found.add(name);
                        }
                    }
                }
            }
            return found;
        });
    }

    /** Hands out this connection again and again; closing it is left to {@link #close}. */
    DataSource asDataSource() {
        Connection unclosable = proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "close" -> null;
            default -> method.invoke(connection, arguments);
        });
        return proxy(DataSource.class, (method, arguments) -> switch (method.getName()) {
            case "getConnection" -> unclosable;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private interface Call {
        Object make(java.lang.reflect.Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                LoneConnection.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.make(method, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure).describe();
        }
    }
}
