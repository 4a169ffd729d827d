package dev.orchestrator.worker;

import dev.orchestrator.process.Claim;
import dev.orchestrator.process.ProcessQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * Begins the suspects, those processes whose next lost worker would be their last.
 *
 * <p>One begins alone, when nothing else has begun that is not yet known to be harmless, and only then is its last chance counted:
 * so those that merely ran beside the one that kills workers are not set aside with it. One that takes its time leaves it open
 * whether it is harmless; then twice as many begin together the next time, with none of them counted, so that many long steps
 * do not wait for one another.
 */
final class LastChances {
    /** What has done no harm for so long counts as harmless. */
    private static final Duration TRIAL = Duration.ofSeconds(2);

    /** How soon a suspect that had to wait for another one is looked at again. */
    private static final Duration PUT_OFF = Duration.ofMillis(250);

    private static final Duration LOOK = Duration.ofMillis(5);
    private static final int MOST_TOGETHER = 64;

    private final int lostLeaseLimit;
    private final ProcessQueue queue;
    private final HeldClaims held;
    private int together = 1;

    LastChances(int lostLeaseLimit, ProcessQueue queue, HeldClaims held) {
        this.lostLeaseLimit = lostLeaseLimit;
        this.queue = queue;
        this.held = held;
    }

    boolean isSuspect(Claim claim) {
        return lostLeaseLimit > 1 && claim.lostLeases() == lostLeaseLimit - 1;
    }

    /** Begins some of them, puts off the others, and waits a moment for what comes of it. Returns how many have begun. */
    int begin(List<Claim> suspects, ToIntFunction<List<Claim>> start) throws InterruptedException {
        if (suspects.isEmpty()) {
            return 0;
        }
        int number = Math.min(together, suspects.size());
        List<Claim> others = suspects.subList(number, suspects.size());
        if (!others.isEmpty()) {
            queue.putOff(others, PUT_OFF);
        }
        awaitTrial();
        if (number == 1) {
            queue.countLastChance(suspects.getFirst());
        }
        int begun = start.applyAsInt(suspects.subList(0, number));
        together = awaitTrial() ? 1 : Math.min(MOST_TOGETHER, together * 2);
        return begun;
    }

    /** Waits until all that has begun has recorded something or ended. False when the time is up first. */
    private boolean awaitTrial() throws InterruptedException {
        long begin = System.nanoTime();
        while (held.isAnyUntried(TRIAL)) {
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
        return System.nanoTime() - begin < TRIAL.toNanos();
    }
}
