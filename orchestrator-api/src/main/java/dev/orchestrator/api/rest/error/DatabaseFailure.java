package dev.orchestrator.api.rest.error;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;

/** Tells a database that is away from one that refuses what was asked. */
final class DatabaseFailure {
    static final String DETAIL = "The database is not available; try again later";

    /** Shutting down, starting up, too many connections, connection errors: states that pass. */
    private static final Set<String> PASSING = Set.of("57P01", "57P02", "57P03", "53300");

    private static final String CONNECTION_ERRORS = "08";

    private DatabaseFailure() {}

    static boolean isUnavailable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOfTheConnection(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheConnection(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof ClosedConnectionException
                || (cause instanceof PgException refused
                        && (PASSING.contains(refused.getSqlState())
                                || refused.getSqlState().startsWith(CONNECTION_ERRORS)));
    }
}
