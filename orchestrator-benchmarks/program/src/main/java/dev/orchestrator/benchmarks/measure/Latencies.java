package dev.orchestrator.benchmarks.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/** How long each of a number of requests took, and how long all of them together. */
public final class Latencies {
    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final long[] sorted;
    private final Duration elapsed;

    private Latencies(long[] sorted, Duration elapsed) {
        this.sorted = sorted;
        this.elapsed = elapsed;
    }

    static Latencies of(long[] nanos, Duration elapsed) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted, elapsed);
    }

    /** Several runs as if they were one. */
    static Latencies together(Collection<Latencies> runs) {
        return of(
                runs.stream().flatMapToLong(run -> Arrays.stream(run.sorted)).toArray(),
                runs.stream().map(run -> run.elapsed).reduce(Duration.ZERO, Duration::plus));
    }

    public int count() {
        return sorted.length;
    }

    /**
     * The time within which this share of the requests was answered, by the nearest rank: always one that was measured.
     *
     * @param share above 0 and up to 1: 0.95 for the 95th percentile
     */
    public double percentileMillis(double share) {
        if (sorted.length == 0) {
            throw new IllegalStateException("Nothing was measured");
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank, 1, sorted.length) - 1] / NANOS_PER_MILLISECOND;
    }

    public double perSecond() {
        return sorted.length * NANOS_PER_SECOND / elapsed.toNanos();
    }
}
