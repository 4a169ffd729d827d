package dev.orchestrator.benchmarks.chaos;

import dev.orchestrator.benchmarks.machine.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A transaction that stays open for the whole run, so that nothing that dies meanwhile can be cleaned up; opened anew when it was cut. */
final class HeldSnapshot implements AutoCloseable {
    private static final long LOOK_MILLIS = 1_000;
    private static final String TAKE = "SELECT txid_current_snapshot()";

    private final Database database;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicInteger cuts = new AtomicInteger();
    private final Thread thread = Thread.ofPlatform().name("held-snapshot").unstarted(this::holdAgainAndAgain);

    HeldSnapshot(Database database) {
        this.database = database;
    }

    /** Returns at once; the snapshot is held until this is closed. */
    void hold() {
        thread.start();
    }

    /** How often it was lost with its connection. */
    int cuts() {
        return cuts.get();
    }

    private void holdAgainAndAgain() {
        try {
            while (!stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                holdUntilCut();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void holdUntilCut() throws InterruptedException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            do {
                statement.execute(TAKE);
            } while (!stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (SQLException cut) {
            cuts.incrementAndGet();
        }
    }

    @Override
    public void close() {
        stop.countDown();
        Ending.of(thread);
    }
}
