package dev.orchestrator.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final long MILLISECOND = 1_000_000;

    private final Latencies hundred = Latencies.of(
            LongStream.rangeClosed(1, 100).map(n -> (101 - n) * MILLISECOND).toArray(), Duration.ofSeconds(5));

    @Test
    void aPercentileIsTheNearestRankOfWhatWasMeasured() {
        assertThat(hundred.percentileMillis(0.5)).isEqualTo(50);
        assertThat(hundred.percentileMillis(0.95)).isEqualTo(95);
        assertThat(hundred.percentileMillis(1)).isEqualTo(100);
    }

    @Test
    void ofASingleRequestEveryPercentileIsItsTime() {
        Latencies single = Latencies.of(new long[] {3 * MILLISECOND}, Duration.ofSeconds(1));

        assertThat(single.percentileMillis(0.01)).isEqualTo(3);
        assertThat(single.percentileMillis(0.99)).isEqualTo(3);
    }

    @Test
    void countsRequestsPerSecondOfAllClientsTogether() {
        assertThat(hundred.perSecond()).isEqualTo(20);
    }

    @Test
    void severalTurnsCountAsOneRun() {
        Latencies slow = Latencies.of(new long[] {500 * MILLISECOND}, Duration.ofSeconds(1));

        Latencies both = Latencies.together(List.of(hundred, slow));

        assertThat(both.count()).isEqualTo(101);
        assertThat(both.percentileMillis(1)).isEqualTo(500);
        assertThat(both.perSecond()).isEqualTo(101 / 6.0);
    }

    @Test
    void refusesAPercentileOfNothing() {
        Latencies nothing = Latencies.of(new long[0], Duration.ofSeconds(1));

        assertThatIllegalStateException().isThrownBy(() -> nothing.percentileMillis(0.5));
    }
}
