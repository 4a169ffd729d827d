package dev.orchestrator.worker;

import dev.orchestrator.error.DatabaseOutage;
import dev.orchestrator.process.Claim;
import dev.orchestrator.process.ProcessQueue;
import dev.orchestrator.process.ProcessQueue.Claimer;
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

    private final Claimer claimer;
    private final ProcessQueue queue;
    private final ProcessQueue.Registered registered;
    private final ProcessRunner runner;
    private final HeldClaims held;
    private final CarrierWatch carriers;
    private final WorkerSettings settings;
    private final Semaphore room;
    private final Semaphore hints = new Semaphore(0);
    private final Crowding crowding;
    private final LastChances lastChances;
    private volatile boolean stopping;

    /** Whether the queue may show claims of this worker that it does not know of, since the database was away. */
    private volatile boolean inDoubt;

    ClaimLoop(
            String worker,
            ProcessQueue queue,
            ProcessQueue.Registered registered,
            ProcessRunner runner,
            HeldClaims held,
            CarrierWatch carriers,
            WorkerSettings settings) {
        this.claimer = new Claimer(worker, settings.lease(), settings.lostLeaseLimit());
        this.queue = queue;
        this.registered = registered;
        this.runner = runner;
        this.held = held;
        this.carriers = carriers;
        this.settings = settings;
        this.room = new Semaphore(settings.processesAtOnce());
        this.crowding = new Crowding(settings.processesAtOnce());
        this.lastChances = new LastChances(settings.lostLeaseLimit(), queue, held);
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                if (!carriers.isServed() || claimOnce() == 0) {
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
            Map<Boolean, List<Claim>> claims = queue.claim(claimer, crowding.withRoom(registered), wanted).stream()
                    .collect(Collectors.partitioningBy(lastChances::isSuspect));
            started = start(claims.get(false));
            started += lastChances.begin(claims.get(true), this::start);
        } catch (RuntimeException | Error e) {
            inDoubt = true;
            LOG.warnf("Nothing was claimed, will be tried again: %s", e);
        } finally {
            room.release(wanted - started);
        }
        return started;
    }

    /** Only this thread claims, so what is not held now was never known or has been dropped. */
    private void handBackUnknown() {
        if (inDoubt) {
            inDoubt = false;
            queue.handBackAllBut(held.processes(), claimer.worker());
        }
    }

    private int takeRoom(int atMost) {
        int more = Math.min(atMost, room.availablePermits());
        return more > 0 && room.tryAcquire(more) ? more : 0;
    }

    private int start(List<Claim> claims) {
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
            throw e;
        }
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
        LOG.tracef("workerId=%s asks again, %s", claimer.worker(), hinted ? "hinted" : "by the clock");
    }
}
