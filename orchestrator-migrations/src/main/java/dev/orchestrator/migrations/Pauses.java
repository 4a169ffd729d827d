package dev.orchestrator.migrations;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * What lies between one look at a database and the next: short at first and longer with time, so that one program goes on soon, and a
 * thousand don't keep the server busy with their looks alone.
 */
public final class Pauses {
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private long next = SHORTEST.toNanos();

    /** Of a length by chance, so that those who came together do not come together again. */
    public void take() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(next / 2, next));
        next = Math.min(2 * next, LONGEST.toNanos());
    }
}
