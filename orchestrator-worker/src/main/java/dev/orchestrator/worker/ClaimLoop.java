package dev.orchestrator.worker;

import dev.orchestrator.error.DatabaseOutage;
import dev.orchestrator.process.Claim;
import dev.orchestrator.process.ProcessQueue;
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

    /** How soon a suspect that had to wait for another one is looked at again. */
    private static final Duration PUT_OFF = Duration.ofMillis(250);

    private final String worker;
    private final ProcessQueue queue;
    private final ProcessQueue.Registered registered;
    private final ProcessRunner runner;
    private final HeldClaims held;
    private final WorkerSettings settings;
    private final Semaphore room;
    private final Semaphore hints = new Semaphore(0);
    private final Crowding crowding;
    private final Suspects suspects;
    private volatile boolean stopping;

    /** Whether the queue may show claims of this worker that it does not know of, since the database was away. */
    private volatile boolean inDoubt;

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
        this.crowding = new Crowding(settings.processesAtOnce());
        this.suspects = new Suspects(settings.lostLeaseLimit());
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
        int wanted = 1 + takeRoom(crowding.mostWanted(LARGEST_BATCH) - 1);
        int started = 0;
        try {
            handBackUnknown();
            started = start(wanted);
        } catch (RuntimeException e) {
            inDoubt = true;
            LOG.warnf("Nothing was claimed, will be tried again: %s", e.getMessage());
        } finally {
            room.release(wanted - started);
        }
        return started;
    }

    /** Only this thread claims, so what is not held now was never known or has been dropped. */
    private void handBackUnknown() {
        if (inDoubt) {
            inDoubt = false;
            queue.handBackAllBut(held.processes(), worker);
        }
    }

    private int takeRoom(int atMost) {
        int more = Math.min(atMost, room.availablePermits());
        return more > 0 && room.tryAcquire(more) ? more : 0;
    }

    private int start(int wanted) {
        List<Claim> claims =
                withoutPutOff(queue.claim(worker, crowding.withRoom(registered), wanted, settings.lease()));
        if (claims.isEmpty()) {
            return 0;
        }
        claims.forEach(held::add);
        try {
            Map<UUID, Claim> byProcess =
                    claims.stream().collect(Collectors.toMap(Claim::processId, Function.identity()));
            List<ProcessQueue.Begun> all = queue.begin(claims);
            all.forEach(begun -> start(byProcess.get(begun.processId()), begun));
            return all.size();
        } catch (RuntimeException e) {
            claims.forEach(held::drop);
            claims.forEach(suspects::ended);
            throw e;
        }
    }

    private List<Claim> withoutPutOff(List<Claim> claims) {
        List<Claim> putOff = suspects.toPutOff(claims);
        if (putOff.isEmpty()) {
            return claims;
        }
        queue.putOff(putOff, PUT_OFF);
        return claims.stream().filter(claim -> !putOff.contains(claim)).toList();
    }

    private void start(Claim claim, ProcessQueue.Begun begun) {
        crowding.enter(begun.workflowName());
        Thread.ofVirtual().name("process-" + claim.processId()).start(() -> {
            try {
                run(claim, begun);
            } catch (RuntimeException | Error e) {
                tellDropped(claim, e);
            } finally {
                held.drop(claim);
                suspects.ended(claim);
                crowding.leave(begun.workflowName());
                room.release();
            }
        });
    }

    private void run(Claim claim, ProcessQueue.Begun begun) {
        switch (begun) {
            case ProcessQueue.Begun.Loaded loaded -> runner.run(claim, loaded.record(), () -> stopping);
            case ProcessQueue.Begun.Unreadable unreadable -> runner.setAside(claim, unreadable.reason());
        }
    }

    private void tellDropped(Claim claim, Throwable cause) {
        if (DatabaseOutage.isCauseOf(cause)) {
            inDoubt = true;
            LOG.warnf("processId=%s was dropped, for the database is away: %s", claim.processId(), cause.getMessage());
        } else {
            LOG.errorf(
                    cause, "processId=%s was dropped; its lease runs out and it is claimed again", claim.processId());
        }
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
