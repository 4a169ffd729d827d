package dev.orchestrator.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ContestTest {
    private final Contest contest = new Contest(2, Duration.ofMillis(30), Duration.ofSeconds(1));
    private final List<String> turns = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();

    @Test
    void bothSidesTakeTurns() throws Exception {
        contest.between(() -> new Recorder("ours"), () -> new Recorder("limit"));

        assertThat(turns).containsExactly("ours", "limit", "ours", "limit", "ours", "limit");
    }

    @Test
    void theRatioIsOurRateInShareOfTheLimit() throws Exception {
        Contest.Result result = contest.between(() -> new Recorder("ours"), () -> new Recorder("limit"));

        assertThat(result.ratio())
                .isEqualTo(result.ours().perSecond() / result.limit().perSecond());
        assertThat(result.ours().count()).isPositive();
    }

    @Test
    void closesAllSessions() throws Exception {
        contest.between(() -> new Recorder("ours"), () -> new Recorder("limit"));

        assertThat(open).hasValue(0);
    }

    @Test
    void endsWithTheFirstRequestThatFails() {
        assertThatExceptionOfType(BenchmarkFailure.class)
                .isThrownBy(() -> contest.between(() -> new Recorder("broken"), () -> new Recorder("limit")))
                .withMessage("A request failed: broken");
        assertThat(open).hasValue(0);
    }

    /** Notes when a side gets its turn. */
    private final class Recorder implements Session {
        private final String side;

        Recorder(String side) {
            this.side = side;
            open.incrementAndGet();
        }

        @Override
        public void request(RandomGenerator random) {
            if (side.equals("broken")) {
                throw new IllegalStateException(side);
            }
            synchronized (turns) {
                if (turns.isEmpty() || !turns.getLast().equals(side)) {
                    turns.add(side);
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
