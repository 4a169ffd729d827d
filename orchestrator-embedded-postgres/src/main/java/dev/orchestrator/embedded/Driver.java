package dev.orchestrator.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Connects in class loaders other than the first one, too: each has a driver of its own, which has to be loaded by name there,
 * because the driver manager looks around only once.
 */
final class Driver {
    static {
        try {
            Class.forName("org.postgresql.Driver");
        } catch (ClassNotFoundException missing) {
            throw new ExceptionInInitializerError(missing);
        }
    }

    private Driver() {}

    static Connection connect(String url, String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
