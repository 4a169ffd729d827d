package dev.orchestrator.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of due times that have passed while nobody could fire: no worker ran, or the engine was paused. */
public enum MissedRuns {
    /** They are left out; only a time that is at most {@link #ON_TIME} ago still counts. */
    SKIP,
    /** All of them together start one process. */
    ONCE,
    /** Each starts its process, the newest {@value #MOST} of them. */
    ALL;

    public static final Duration ON_TIME = Duration.ofMinutes(1);
    static final int MOST = 100;

    /** What a schedule that has been due since the moment does now. */
    Firing decide(Cadence cadence, Instant due, Instant now) {
        Instant latest = cadence.latest(now).filter(due::isBefore).orElse(due);
        return switch (this) {
            case SKIP -> new Firing(latest, cadence.next(now), !latest.isBefore(now.minus(ON_TIME)));
            case ONCE -> new Firing(latest, cadence.next(now), true);
            case ALL -> each(cadence, due, latest);
        };
    }

    private static Firing each(Cadence cadence, Instant due, Instant latest) {
        Instant oldest = latest;
        for (int count = 1; count < MOST && oldest.isAfter(due); count++) {
            oldest = cadence.latest(oldest.minusMillis(1)).filter(due::isBefore).orElse(due);
        }
        return new Firing(oldest, cadence.next(oldest), true);
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MissedRuns> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(policy -> policy.wireName().equals(name))
                .findFirst();
    }
}
