package dev.orchestrator.workflow;

import java.time.Duration;

/**
 * The pauses between attempts: the first, doubled each time up to the longest, until the attempts or the time are used up.
 *
 * @param attempts how often the step is tried before the process fails
 * @param total how long after the first attempt another one may still begin
 */
public record Backoff(Duration first, Duration longest, int attempts, Duration total) {
    private static final Duration FOREVER = Duration.ofDays(36_500);

    /** One second at first, an hour at the longest, and no end: waiting is what the author asked for. */
    public static final Backoff PATIENT = new Backoff(Duration.ofSeconds(1), Duration.ofHours(1), Integer.MAX_VALUE);

    private static final int MAX_DOUBLINGS = 30;

    public Backoff {
        if (first.isNegative()
                || first.isZero()
                || longest.compareTo(first) < 0
                || attempts < 1
                || total.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "A backoff needs a first pause above zero, a longest pause and a total time"
                            + " not below it and at least one attempt; found " + first + ", " + longest + ", " + total
                            + ", "
                            + attempts);
        }
    }

    /** Bounded by the number of attempts alone. */
    public Backoff(Duration first, Duration longest, int attempts) {
        this(first, longest, attempts, FOREVER);
    }

    /** The same, but no attempt begins later than this after the first one. */
    public Backoff within(Duration time) {
        return new Backoff(first, longest, attempts, time);
    }

    /** The pause after the given attempt, counted from 1, without jitter. */
    public Duration after(int attempt) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /**
     * Whether another attempt may follow.
     *
     * @param attempt the one that has just failed, counted from 1
     * @param untilNext from the begin of the first attempt to the begin of the next one
     */
    public boolean allowsAnother(int attempt, Duration untilNext) {
        return attempt < attempts && untilNext.compareTo(total) <= 0;
    }
}
