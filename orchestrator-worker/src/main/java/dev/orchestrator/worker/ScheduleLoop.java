package dev.orchestrator.worker;

import dev.orchestrator.schedule.DeclareSchedules;
import dev.orchestrator.schedule.FireSchedules;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks for due schedules twice a second, so that each starts its process within a second of its time.
 *
 * <p>All workers look; which one fires does not matter, see {@link FireSchedules}.
 */
@Singleton
class ScheduleLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(ScheduleLoop.class);
    private static final long PAUSE_MILLIS = 500;
    private static final Duration LAST_FIRING = Duration.ofSeconds(5);

    private final DeclareSchedules declare;
    private final FireSchedules fire;
    private final Semaphore stopped = new Semaphore(0);
    private Thread thread;
    private boolean declared;

    ScheduleLoop(DeclareSchedules declare, FireSchedules fire) {
        this.declare = declare;
        this.fire = fire;
    }

    void start() {
        thread = Thread.ofVirtual().name("schedule-loop").start(this);
    }

    /** Lets what fires now finish; cut off, it is rolled back and another worker fires it. */
    void stop() throws InterruptedException {
        stopped.release();
        thread.join(LAST_FIRING);
    }

    @Override
    public void run() {
        try {
            do {
                look();
            } while (!stopped.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (!declared) {
                declare.declareAll();
                declared = true;
            }
            fire.fireDue();
        } catch (RuntimeException e) {
            LOG.warnf("Schedules could not be looked at, will be tried again: %s", e.getMessage());
        }
    }
}
