package dev.orchestrator.worker;

import dev.orchestrator.process.Claim;
import dev.orchestrator.process.ProcessQueue;
import dev.orchestrator.process.ProcessRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Takes work off the queue, as much as there is room for, and gives each process a virtual thread of its own.
 *
 * <p>While there is work it claims again at once; when there is none, or the database is away, it asks again after the poll
 * interval.
 */
final class ClaimLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(ClaimLoop.class);
    private static final int LARGEST_BATCH = 500;

    private final String worker;
    private final ProcessQueue queue;
    private final ProcessQueue.Registered registered;
    private final ProcessRunner runner;
    private final HeldClaims held;
    private final WorkerSettings settings;
    private final Semaphore room;
    private final Semaphore hints = new Semaphore(0);
    private volatile boolean stopping;

    ClaimLoop(
            String worker,
            ProcessQueue queue,
            ProcessQueue.Registered registered,
            ProcessRunner runner,
            HeldClaims held,
            WorkerSettings settings) {
        this.worker = worker;
        this.queue = queue;
        this.registered = registered;
        this.runner = runner;
        this.held = held;
        this.settings = settings;
        this.room = new Semaphore(settings.processesAtOnce());
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                if (claimOnce() == 0) {
                    waitForMore();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Stops claiming; what runs finishes its step and hands back. */
    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Waits until nothing runs any more. False when the time was not enough. */
    boolean awaitIdle(Duration atMost) throws InterruptedException {
        boolean idle = room.tryAcquire(settings.processesAtOnce(), atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (idle) {
            room.release(settings.processesAtOnce());
        }
        return idle;
    }

    /** Claims one batch and starts it. Returns how many. */
    int claimOnce() throws InterruptedException {
        room.acquire();
        int wanted = 1 + takeRoom(LARGEST_BATCH - 1);
        int started = 0;
        try {
            started = start(wanted);
        } catch (RuntimeException e) {
            LOG.warnf("Nothing was claimed, will be tried again: %s", e.getMessage());
        } finally {
            room.release(wanted - started);
        }
        return started;
    }

    private int takeRoom(int atMost) {
        int more = Math.min(atMost, room.availablePermits());
        return more > 0 && room.tryAcquire(more) ? more : 0;
    }

    private int start(int wanted) {
        List<Claim> claims = queue.claim(worker, registered, wanted, settings.lease());
        if (claims.isEmpty()) {
            return 0;
        }
        claims.forEach(held::add);
        try {
            Map<UUID, Claim> byProcess =
                    claims.stream().collect(Collectors.toMap(Claim::processId, Function.identity()));
            List<ProcessRecord> records = queue.begin(claims);
            records.forEach(record -> start(byProcess.get(record.process().processId()), record));
            return records.size();
        } catch (RuntimeException e) {
            // Their leases run out, and the next claim takes them.
            claims.forEach(held::drop);
            throw e;
        }
    }

    private void start(Claim claim, ProcessRecord record) {
        Thread.ofVirtual().name("process-" + claim.processId()).start(() -> {
            try {
                runner.run(claim, record, () -> stopping);
            } catch (RuntimeException | Error e) {
                LOG.errorf(
                        e, "processId=%s was dropped; its lease runs out and it is claimed again", claim.processId());
            } finally {
                held.drop(claim);
                room.release();
            }
        });
    }

    /** Ends the wait for more work, if there is one. */
    void wakeUp() {
        if (hints.availablePermits() == 0) {
            hints.release();
        }
    }

    private void waitForMore() throws InterruptedException {
        boolean hinted = hints.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        LOG.tracef("workerId=%s asks again, %s", worker, hinted ? "hinted" : "by the clock");
    }
}
