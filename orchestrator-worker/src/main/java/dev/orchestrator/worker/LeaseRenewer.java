package dev.orchestrator.worker;

import dev.orchestrator.process.Claim;
import dev.orchestrator.process.ProcessQueue;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Prolongs the leases of everything that this worker runs, all in one statement.
 *
 * <p>When the database does not answer nothing is dropped: the epoch guards each write anyway, and the leases may well hold
 * when it is back.
 */
final class LeaseRenewer implements Runnable {
    private static final Logger LOG = Logger.getLogger(LeaseRenewer.class);

    private final ProcessQueue queue;
    private final HeldClaims held;
    private final Duration lease;

    LeaseRenewer(ProcessQueue queue, HeldClaims held, Duration lease) {
        this.queue = queue;
        this.held = held;
        this.lease = lease;
    }

    @Override
    public void run() {
        List<Claim> claims = held.all();
        if (claims.isEmpty()) {
            return;
        }
        try {
            held.keepOnly(claims, queue.renew(claims, lease));
        } catch (RuntimeException e) {
            LOG.warnf("Leases were not renewed, will be tried again: %s", e.getMessage());
        }
    }
}
