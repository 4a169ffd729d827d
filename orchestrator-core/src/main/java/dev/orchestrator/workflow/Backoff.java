package dev.orchestrator.workflow;

import java.time.Duration;

/**
 * The pauses between attempts: the first, doubled each time up to the longest, for so many attempts.
 *
 * @param attempts how often the step is tried before the process fails
 */
public record Backoff(Duration first, Duration longest, int attempts) {
    /** One second at first, an hour at the longest, and no end: waiting is what the author asked for. */
    public static final Backoff PATIENT = new Backoff(Duration.ofSeconds(1), Duration.ofHours(1), Integer.MAX_VALUE);

    private static final int MAX_DOUBLINGS = 30;

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || attempts < 1) {
            throw new IllegalArgumentException(
                    "A backoff needs a first pause above zero, a longest pause not below it and at least one attempt; found "
                            + first + ", " + longest + ", " + attempts);
        }
    }

    /** The pause after the given attempt, counted from 1, without jitter. */
    public Duration after(int attempt) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
