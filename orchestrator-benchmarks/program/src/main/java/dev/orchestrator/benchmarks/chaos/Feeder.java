package dev.orchestrator.benchmarks.chaos;

import dev.orchestrator.benchmarks.engine.Starter;
import dev.orchestrator.benchmarks.ledger.LedgerTask;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps so many processes under way; while the database is away it can't, and says how often that was. */
final class Feeder implements AutoCloseable {
    private static final long LOOK_MILLIS = 250;

    private final Processes processes;
    private final Starter starter;
    private final int underWay;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicInteger refused = new AtomicInteger();
    private final Thread thread;

    Feeder(Processes processes, Starter starter, int underWay) {
        this.processes = processes;
        this.starter = starter;
        this.underWay = underWay;
        this.thread = Thread.ofPlatform().name("feeder").unstarted(this::feed);
    }

    /** Returns at once; feeds until this is closed. */
    void start() {
        thread.start();
    }

    /** How many looks or starts failed, each tried again. */
    int refused() {
        return refused.get();
    }

    private void feed() {
        try {
            while (!stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                topUp();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void topUp() {
        try {
            int missing = underWay - processes.unfinishedTasks();
            if (missing > 0) {
                starter.startAll(LedgerTask.NAME, missing);
            }
        } catch (SQLException | RuntimeException databaseAway) {
            refused.incrementAndGet();
        }
    }

    /** Starts nothing more. */
    @Override
    public void close() {
        stop.countDown();
        Ending.of(thread);
    }
}
