package dev.orchestrator.worker;

import dev.orchestrator.process.Claim;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets processes whose next lost worker would be their last begin one at a time, so that those which only ran beside the one
 * that kills workers are not set aside with it.
 */
final class Suspects {
    /** After so long without harm the next one may begin too. */
    private static final Duration PROBATION = Duration.ofSeconds(5);

    private final int lostLeaseLimit;
    private final AtomicReference<Claim> onProbation = new AtomicReference<>();

    Suspects(int lostLeaseLimit) {
        this.lostLeaseLimit = lostLeaseLimit;
    }

    /** Of these claims the ones that have to wait; at most one of the suspects among them begins. */
    List<Claim> toPutOff(List<Claim> claims) {
        return claims.stream()
                .filter(claim -> isSuspect(claim) && !mayBegin(claim))
                .toList();
    }

    /** It has done no harm. */
    void ended(Claim claim) {
        onProbation.compareAndSet(claim, null);
    }

    private boolean isSuspect(Claim claim) {
        return lostLeaseLimit > 1 && claim.lostLeases() == lostLeaseLimit - 1;
    }

    private boolean mayBegin(Claim claim) {
        if (!onProbation.compareAndSet(null, claim)) {
            return false;
        }
        CompletableFuture.delayedExecutor(PROBATION.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> ended(claim));
        return true;
    }
}
