package dev.orchestrator.worker;

import dev.orchestrator.process.Claim;
import dev.orchestrator.process.ProcessQueue;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Prolongs the leases of what this worker runs, all in one statement; of those that are young enough for the next time, none.
 *
 * <p>When the database does not answer nothing is dropped: the epoch guards each write anyway, and the leases may well hold
 * when it is back.
 */
final class LeaseRenewer implements Runnable {
    private static final Logger LOG = Logger.getLogger(LeaseRenewer.class);

    private final ProcessQueue queue;
    private final HeldClaims held;
    private final Duration lease;
    private final Duration period;

    /** @param period how often this is called */
    LeaseRenewer(ProcessQueue queue, HeldClaims held, Duration lease, Duration period) {
        this.queue = queue;
        this.held = held;
        this.lease = lease;
        this.period = period;
    }

    @Override
    public void run() {
        List<Claim> claims = held.olderThan(period);
        if (claims.isEmpty()) {
            return;
        }
        try {
            held.renewed(claims, queue.renew(claims, lease));
        } catch (RuntimeException e) {
            LOG.warnf("Leases were not renewed, will be tried again: %s", e.getMessage());
        }
    }
}
