package dev.orchestrator.process.postgres;

import dev.orchestrator.process.QueueHints;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Hints as PostgreSQL notifications.
 *
 * <p>A notification in each transaction would serialise all commits, so this one is sent behind the commit, on its own: the
 * first at once, and one for all that follow within a few milliseconds. Behind a connection pooler in transaction mode it is
 * silent, for nothing would be heard; then the workers' polling does it all.
 */
@Singleton
public class PostgresQueueHints implements QueueHints {
    private static final Logger LOG = Logger.getLogger(PostgresQueueHints.class);

    /** It has nothing to lose, so it does not wait for the disk. */
    private static final String ANNOUNCE =
            "SELECT set_config('synchronous_commit', 'off', true), pg_notify('process_queue', '')";

    private static final String LISTEN = "LISTEN process_queue";
    private static final Duration DEBOUNCE = Duration.ofMillis(5);
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final Pool pool;
    private final Vertx vertx;
    private final boolean silent;
    private final AtomicBoolean quiet = new AtomicBoolean();
    private final AtomicBoolean unsaid = new AtomicBoolean();

    @Inject
    public PostgresQueueHints(Pool pool, Vertx vertx, DatabaseSettings settings) {
        this(pool, vertx, settings.pooled());
    }

    /** @param silent whether to send and hear nothing at all */
    public PostgresQueueHints(Pool pool, Vertx vertx, boolean silent) {
        this.pool = pool;
        this.vertx = vertx;
        this.silent = silent;
    }

    @Override
    public void announce() {
        if (silent) {
            return;
        }
        if (quiet.compareAndSet(false, true)) {
            send(pool);
        } else {
            unsaid.set(true);
        }
    }

    /**
     * Announces what a connection has just been given to write, right behind it and without waiting for the answer: workers hear of it
     * as soon as it is committed. Returns what is left to be done after the commit, when the hint has to wait.
     */
    Runnable announceBehind(SqlConnection writing) {
        if (silent || !quiet.compareAndSet(false, true)) {
            return this::announce;
        }
        send(writing);
        return () -> {};
    }

    private void send(SqlClient client) {
        client.preparedQuery(ANNOUNCE)
                .execute()
                .subscribe()
                .with(sent -> {}, failure -> LOG.debugf("No hint was sent: %s", failure.getMessage()));
        vertx.setTimer(DEBOUNCE.toMillis(), timer -> endOfQuiet());
    }

    private void endOfQuiet() {
        quiet.set(false);
        if (unsaid.compareAndSet(true, false)) {
            announce();
        }
    }

    @Override
    public AutoCloseable listen(Runnable reaction) {
        if (silent) {
            return () -> {};
        }
        Ear ear = new Ear(reaction);
        ear.connect();
        return ear;
    }

    /** A connection of its own for as long as it listens; a broken one is replaced. */
    private final class Ear implements AutoCloseable {
        private final Runnable reaction;
        private final AtomicBoolean closed = new AtomicBoolean();
        private volatile SqlConnection connection;

        Ear(Runnable reaction) {
            this.reaction = reaction;
        }

        void connect() {
            if (closed.get()) {
                return;
            }
            pool.getConnection().subscribe().with(this::listenOn, failure -> connectLater());
        }

        private void listenOn(SqlConnection opened) {
            connection = opened;
            PgConnection.cast(opened).notificationHandler(notification -> reaction.run());
            opened.closeHandler(this::connectLater);
            opened.query(LISTEN)
                    .execute()
                    .subscribe()
                    .with(listening -> {}, failure -> LOG.debugf("No hints will be heard: %s", failure.getMessage()));
        }

        private void connectLater() {
            connection = null;
            if (!closed.get()) {
                vertx.setTimer(RECONNECT.toMillis(), timer -> connect());
            }
        }

        @Override
        public void close() {
            closed.set(true);
            SqlConnection open = connection;
            if (open != null) {
                // Closing would give a connection that still listens back to the pool.
                open.query("UNLISTEN *")
                        .execute()
                        .eventually(open::close)
                        .await()
                        .atMost(RECONNECT);
            }
        }
    }
}
