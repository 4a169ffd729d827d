package dev.orchestrator.launcher.database;

import dev.orchestrator.launcher.LauncherException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Finds out before anything is started whether the services can work with a database. */
public final class DatabaseCheck {
    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    private DatabaseCheck() {}

    public static void check(DatabaseAccess database) {
        try (Connection connection = connect(database)) {
            checkVersion(
                    database,
                    connection.getMetaData().getDatabaseMajorVersion(),
                    connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException refused) {
            throw new LauncherException(reason(database, refused), refused);
        }
    }

    static void checkVersion(DatabaseAccess database, int major, String version) {
        if (major < OLDEST || major > NEWEST) {
            throw new LauncherException("The database " + database + " is PostgreSQL " + version
                    + "; the orchestrator works with " + OLDEST + " to " + NEWEST + ".");
        }
    }

    private static Connection connect(DatabaseAccess database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(database.jdbcUrl(), properties);
    }

    private static String reason(DatabaseAccess database, SQLException refused) {
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        return switch (state) {
            case "28P01", "28000" ->
                "The database " + database + " refuses this user or password: " + refused.getMessage();
            case "3D000" ->
                "There is no database " + database.database() + " at " + database.host() + ":" + database.port()
                        + ". Create it, or name another one.";
            default -> "The database " + database + " cannot be reached: " + refused.getMessage();
        };
    }
}
