package dev.orchestrator.error;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** Tells failures of the way to the database, which pass, from those of what it was asked, which stay. */
public final class DatabaseOutage {
    /** SQLSTATE classes of broken connections, of a lack of resources, and of a server that is stopping or starting. */
    private static final String[] PASSING = {"08", "53", "57P", "25P03"};

    private DatabaseOutage() {}

    /** Whether the failure, or what caused it, is that the database can't be reached or can't answer now. */
    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(DatabaseOutage::isOutage);
    }

    private static boolean isOutage(Throwable failure) {
        if (failure instanceof PgException refused) {
            String state = refused.getSqlState();
            return state != null && Stream.of(PASSING).anyMatch(state::startsWith);
        }
        return failure instanceof SocketException
                || failure instanceof UnknownHostException
                || failure instanceof VertxException
                // What the pool says of a connection that broke while it was handed out.
                || failure instanceof NoStackTraceThrowable;
    }
}
